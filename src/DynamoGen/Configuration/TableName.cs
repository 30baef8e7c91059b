using System.Buffers;

namespace DynamoGen.Configuration;

/// <summary>DynamoDB's rules for a table's name.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">naming rules</see>.</remarks>
internal static class TableName
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 255;

    private const int ShortestName = 3;
    private const int LongestArn = 1024;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    /// <summary>Says whether a request may name a table so: by its name or by its ARN.</summary>
    public static bool IsValid(string? name) =>
        name is not null
        && (name.StartsWith("arn:", StringComparison.Ordinal)
            ? name.Length <= LongestArn
            : name.Length is >= ShortestName and <= LongestName && AreAllowed(name));

    /// <summary>Says whether all characters may stand in a table's name.</summary>
    public static bool AreAllowed(string characters) => !characters.AsSpan().ContainsAnyExcept(Allowed);
}
