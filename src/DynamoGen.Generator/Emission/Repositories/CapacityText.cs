using System.Globalization;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Says what an access pattern takes of the capacity, and may take.</summary>
internal static class CapacityText
{
    /// <summary>What is set of the pattern's description.</summary>
    public static IEnumerable<string> Of(PatternModel pattern) =>
        pattern.Capacity is { } capacity ? Set(capacity.Least, capacity.Most, capacity.Budget) : [];

    /// <summary>What is set of the description of the request that reads from the table what a query has found.</summary>
    public static IEnumerable<string> OfHydration(PatternModel pattern) =>
        pattern.Capacity is { } capacity ? Set(capacity.OfHydration, capacity.OfHydration, capacity.Budget) : [];

    private static IEnumerable<string> Set(double? least, double? most, double? budget)
    {
        if (least is not null)
        {
            yield return $"Estimate = new {Names.CapacityEstimate}({Text(least)}, {Text(most)})";
        }

        if (budget is not null)
        {
            yield return $"CapacityBudget = {Text(budget)}";
        }
    }

    private static string Text(double? units) => units?.ToString("R", CultureInfo.InvariantCulture) ?? "null";
}
