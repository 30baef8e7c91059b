using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Names the period of which all moments give one value in a key.</summary>
internal static class TimePeriod
{
    /// <summary>The shortest period: more than one partition takes comes in a second of declared traffic alone.</summary>
    public const string Second = "a second";

    /// <summary>Such as <c>a day</c>; null for a type that is no time, or one that is written more finely than to the second.</summary>
    public static string? Of(ITypeSymbol type, string? format)
    {
        if (type.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
        {
            return null;
        }

        return type.Name switch
        {
            "DateOnly" => format is null ? "a day" : Finest(format),
            "DateTime" or "DateTimeOffset" when format is not (null or "unixMilliseconds") && !HasFraction(format) => Finest(format),
            _ => null,
        };
    }

    /// <summary>Whether the type is one of points in time.</summary>
    public static bool IsInstant(ITypeSymbol type) =>
        type is { Name: "DateTime" or "DateTimeOffset", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool HasFraction(string format) => TimeFormat.Keeps(format, 'f') || TimeFormat.Keeps(format, 'F');

    private static string Finest(string format) =>
        TimeFormat.Keeps(format, 's') ? Second
        : TimeFormat.Keeps(format, 'm') ? "a minute"
        : TimeFormat.Keeps(format, 'H') || TimeFormat.Keeps(format, 'h') ? "an hour"
        : TimeFormat.Keeps(format, 'd') ? "a day"
        : TimeFormat.Keeps(format, 'M') ? "a month"
        : "a year";
}
