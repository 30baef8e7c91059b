using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Names the period of which all moments give one value in a key.</summary>
internal static class TimePeriod
{
    /// <summary>Such as <c>a day</c>; null for a type that is no time, or one that is written to the second.</summary>
    public static string? Of(ITypeSymbol type, string? format)
    {
        if (type.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
        {
            return null;
        }

        return type.Name switch
        {
            "DateOnly" => format is null ? "a day" : Finest(format),
            "DateTime" or "DateTimeOffset" when format is not null && !TimeFormat.Keeps(format, 's') => Finest(format),
            _ => null,
        };
    }

    private static string Finest(string format) =>
        TimeFormat.Keeps(format, 'm') ? "a minute"
        : TimeFormat.Keeps(format, 'H') || TimeFormat.Keeps(format, 'h') ? "an hour"
        : TimeFormat.Keeps(format, 'd') ? "a day"
        : TimeFormat.Keeps(format, 'M') ? "a month"
        : "a year";
}
