using System.Globalization;
using DynamoGen.Schema;
using DynamoGen.Telemetry.Reports;

namespace DynamoGen.Telemetry.Capacity;

/// <summary>What access patterns consumed, beside what their declarations say: the one that consumed the most first.</summary>
/// <param name="Patterns">The access patterns; those that were not called last.</param>
public sealed record CapacityReport(IReadOnlyList<PatternCapacity> Patterns)
{
    private static readonly string[] Header = ["access pattern", "operation", "index", "estimate", "budget", "calls", "mean", "max", "total", "over budget"];

    /// <summary>The report as a table for people.</summary>
    public override string ToString() => TextTable.Aligned([Header, .. Patterns.Select(Row)]);

    /// <summary>The report as a table of Markdown.</summary>
    public string ToMarkdown() => TextTable.Markdown([Header, .. Patterns.Select(Row)]);

    private static string[] Row(PatternCapacity measured) =>
    [
        measured.Pattern.Name,
        measured.Pattern.Operation.ToString(),
        measured.Pattern.Index ?? "-",
        Estimate(measured.Pattern),
        measured.Pattern.CapacityBudget is { } budget ? Units(budget) : "-",
        measured.Calls.ToString("N0", CultureInfo.InvariantCulture),
        measured.Calls == 0 ? "-" : Units(measured.MeanUnits),
        measured.Calls == 0 ? "-" : Units(measured.MaxUnits),
        Units(measured.TotalUnits),
        measured.OverBudget.ToString("N0", CultureInfo.InvariantCulture),
    ];

    private static string Estimate(AccessPattern pattern)
    {
        if (pattern.Estimate is not { } estimate)
        {
            return "-";
        }

        var units = estimate.Most is not { } most ? $"from {Units(estimate.Least)}"
            : estimate.Least.Equals(most) ? Units(most)
            : $"{Units(estimate.Least)} to {Units(most)}";
        return PatternCapacity.IsForEachItem(pattern) ? $"{units} an item" : units;
    }

    private static string Units(double units) => units.ToString("#,0.##", CultureInfo.InvariantCulture);
}
