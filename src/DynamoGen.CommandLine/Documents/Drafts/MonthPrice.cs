using System.Globalization;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>What a month costs at the list prices of us-east-1, in USD, for tables of the class Standard.</summary>
/// <remarks>See <see href="https://aws.amazon.com/dynamodb/pricing/">Amazon DynamoDB pricing</see>.</remarks>
internal static class MonthPrice
{
    private const int Hours = 730;
    private const decimal Seconds = Hours * 3_600;
    private const decimal Million = 1_000_000;
    private const decimal ReadCapacityUnitHour = 0.00013m;
    private const decimal WriteCapacityUnitHour = 0.00065m;

    private static readonly EstimateOptions Prices = new();

    /// <summary>A month of so many units a second, on demand.</summary>
    public static decimal OnDemand(decimal reads, decimal writes) =>
        Seconds / Million * ((reads * Prices.ReadPricePerMillion) + (writes * Prices.WritePricePerMillion));

    /// <summary>So many read units, on demand.</summary>
    public static decimal OfReads(decimal reads) => reads * Prices.ReadPricePerMillion / Million;

    /// <summary>The declared traffic of a table, by the billing that it has.</summary>
    /// <returns>Null where it declares none, or its class has other prices.</returns>
    public static string? Of(TableSchema table)
    {
        if (table.Traffic is not { } traffic || table.Class != TableClass.Standard)
        {
            return null;
        }

        return table.Billing == BillingMode.OnDemand
            ? $"at most {Text(OnDemand(traffic.ReadsPerSecond, traffic.WritesPerSecond))}"
            : $"{Text(Provisioned(traffic))} at the peak's capacity";
    }

    /// <summary>Such as <c>USD 1,100</c> or <c>USD 0.16</c>; few digits are as exact as such a sum is.</summary>
    public static string Text(decimal dollars)
    {
        if (dollars >= 10)
        {
            var unit = 1m;
            while (dollars / unit >= 100)
            {
                unit *= 10;
            }

            return string.Create(CultureInfo.InvariantCulture, $"USD {Math.Round(dollars / unit) * unit:N0}");
        }

        return dollars >= 0.1m
            ? string.Create(CultureInfo.InvariantCulture, $"USD {dollars:0.00}")
            : string.Create(CultureInfo.InvariantCulture, $"USD {dollars:0.00##}");
    }

    private static decimal Provisioned(TrafficSchema traffic) =>
        Hours * ((traffic.ReadsPerSecond * ReadCapacityUnitHour) + (traffic.WritesPerSecond * WriteCapacityUnitHour));
}
