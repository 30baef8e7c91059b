namespace Northwind.Tests.Instruments;

/// <summary>Values that stand in every key and attribute, and that telemetry, logs and the texts of exceptions must never have.</summary>
internal static class Canary
{
    public const string Text = "CANARY-7f3a";

    /// <summary>What every number has among its digits: no port and no duration has so many.</summary>
    public const string Digits = "177003141";

    private const int LowestNumber = 1_770_031_410;

    private static readonly string[] Dates = ["1907-03-31", "1907-04-01", "1907-04-02"];

    public static decimal Amount => 177_003_141.5m;

    public static decimal Fraction => 0.177_003_141m;

    public static DateOnly OrderedOn => DateOnly.Parse(Dates[0], provider: null);

    public static DateOnly RequiredOn => DateOnly.Parse(Dates[1], provider: null);

    public static DateOnly ShippedOn => DateOnly.Parse(Dates[2], provider: null);

    /// <summary>What none of them may say. The beginnings of keys are there for those whose values are no canaries, such as a state.</summary>
    public static IReadOnlyList<string> All { get; } = [Text, Digits, .. Dates, .. KeyBeginnings];

    private static string[] KeyBeginnings =>
    [
        "ORDER#", "LINE#", "CUSTOMER#", "EMPLOYEE#", "STATUS#", "COUNTRY#", "PRODUCT#", "SUPPLIER#", "CATEGORY#", "SHIPPER#", "CART#",
    ];

    /// <summary>One of ten numbers.</summary>
    public static int Number(int digit) => LowestNumber + digit;
}
