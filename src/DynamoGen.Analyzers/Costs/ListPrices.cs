using System.Globalization;

namespace DynamoGen.Analyzers.Costs;

/// <summary>The list prices of us-east-1 in November 2026, in USD, by which designs are compared; other regions keep their proportions.</summary>
/// <remarks>See <see href="https://aws.amazon.com/dynamodb/pricing/">Amazon DynamoDB pricing</see>.</remarks>
internal static class ListPrices
{
    private const int HoursOfMonth = 730;
    private const double SecondsOfMonth = HoursOfMonth * 3600.0;
    private const double ReadRequestUnit = 0.125e-6;
    private const double WriteRequestUnit = 0.625e-6;
    private const double ReadCapacityUnitHour = 0.00013;
    private const double WriteCapacityUnitHour = 0.00065;

    /// <summary>A month of so many units a second, on demand.</summary>
    public static double OnDemand(double reads, double writes) => SecondsOfMonth * ((reads * ReadRequestUnit) + (writes * WriteRequestUnit));

    /// <summary>A month of so much capacity, provisioned.</summary>
    public static double Provisioned(double reads, double writes) => HoursOfMonth * ((reads * ReadCapacityUnitHour) + (writes * WriteCapacityUnitHour));

    /// <summary>Such as <c>USD 1,140</c>; two digits are as exact as such a sum is.</summary>
    public static string Text(double dollars)
    {
        var unit = dollars < 100 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(dollars)) - 1);
        return string.Format(CultureInfo.InvariantCulture, "USD {0:N0}", Math.Round(dollars / unit) * unit);
    }
}
