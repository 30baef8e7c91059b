namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// How many values a text is likely to have, guessed from its property's name: a status has few, a country one of some 250. A guess informs and never
/// warns; <c>[Cardinality]</c> says better.
/// </summary>
internal static class NamedCardinality
{
    /// <summary>What people call a few states or sorts of a thing.</summary>
    private const long Few = 10;

    private static readonly Dictionary<string, long> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Status"] = Few,
        ["State"] = Few,
        ["Stage"] = Few,
        ["Type"] = Few,
        ["Kind"] = Few,
        ["Category"] = Few,
        ["Gender"] = Few,
        ["Level"] = Few,
        ["Tier"] = Few,
        ["Severity"] = Few,
        ["Priority"] = Few,
        ["Region"] = 30,
        ["Currency"] = 180,
        ["CurrencyCode"] = 180,
        ["Language"] = 180,
        ["LanguageCode"] = 180,
        ["Country"] = 250,
        ["CountryCode"] = 250,
    };

    /// <summary>The likely number of values, or null where the name does not tell.</summary>
    public static long? Of(string property) =>
        Names.TryGetValue(property, out var values) ? values
        : property.EndsWith("Status", StringComparison.Ordinal) || property.EndsWith("Type", StringComparison.Ordinal) ? Few
        : null;
}
