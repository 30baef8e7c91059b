using System.Globalization;
using DynamoGen.Migrations.Estimates;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>An estimate in rows for people.</summary>
internal static class EstimateText
{
    public static IEnumerable<(string Name, string Value)> Of(MigrationEstimate estimate, int processes)
    {
        yield return ("Sample", estimate.IsExact
            ? Text($"the whole table, {estimate.SampledItems:N0} items: the numbers are counted")
            : Text($"{estimate.SampledItems:N0} of {estimate.TableItems:N0} items, as many as DescribeTable told, which is up to six hours old"));
        yield return ("Old items", Text($"{estimate.Items:N0}{Margin(estimate.ItemsMargin)}, {estimate.Bytes:N0} bytes"));
        yield return ("Read units", Text($"{estimate.ReadUnits:N0}, for the whole table of {estimate.TableBytes:N0} bytes"));
        yield return ("Write units", Text($"{estimate.WriteUnits:N0}{Margin(estimate.WriteUnitsMargin)}, indexes among them"));

        // Few items cost less than a cent.
        var digits = estimate.Price < 1 ? "N4" : "N2";
        var margin = estimate.PriceMargin > 0 ? $" ± {estimate.PriceMargin.ToString(digits, CultureInfo.InvariantCulture)}" : string.Empty;
        yield return ("Price", $"USD {estimate.Price.ToString(digits, CultureInfo.InvariantCulture)}{margin}, list price on demand of us-east-1");
        yield return ("Duration", estimate.Duration is { } duration
            ? Text($"{(duration.Days > 0 ? Text($"{duration.Days} days ") : string.Empty)}{duration:hh\\:mm\\:ss} with {processes} processes at their pace")
            : "not told: the options set no pace, so that it takes what DynamoDB lets through");
        yield return ("Segments", Text($"{estimate.RecommendedSegments:N0} are recommended, as options.Backfill.Segments"));
        if (estimate.Overhead is { } overhead)
        {
            yield return ("The application's writes", Text(
                $"cost {overhead.Ledger:N1} times as much until Settle, {overhead.Settle:N1} times in it, {overhead.Both:N1} times from Verify to Cutover"));
        }

        if (estimate.Collisions > 0)
        {
            yield return ("Collisions", Text($"{estimate.Collisions:N0} sampled items share their new key with another one: only one of those would be left"));
        }
    }

    private static string Margin(double margin) => margin > 0 ? Text($" ± {margin:N0}") : string.Empty;

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
