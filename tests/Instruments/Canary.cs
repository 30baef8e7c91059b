namespace DynamoGen.Tests.Instruments;

/// <summary>Values that stand in every key and attribute, and that telemetry, logs and the texts of exceptions must never have.</summary>
internal static class Canary
{
    public const string Text = "CANARY-7f3a";

    /// <summary>What every number has among its digits: no port and no duration has so many.</summary>
    public const string Digits = "177003141";

    public const int LowestNumber = 1_770_031_410;

    private static readonly string[] Dates = ["1907-03-31", "1907-04-01", "1907-04-02"];

    public static decimal Amount => 177_003_141.5m;

    public static decimal Fraction => 0.177_003_141m;

    public static Guid Identifier => new("00000000-0000-0000-0000-177003141000");

    public static DateOnly FirstDay => DateOnly.Parse(Dates[0], provider: null);

    public static DateOnly SecondDay => DateOnly.Parse(Dates[1], provider: null);

    public static DateOnly ThirdDay => DateOnly.Parse(Dates[2], provider: null);

    /// <summary>A time, as seconds, that is far from being over.</summary>
    public static DateTimeOffset Expiry => DateTimeOffset.FromUnixTimeSeconds(10L * LowestNumber);

    /// <summary>What none of them may say. The beginnings of keys are there for those whose values are no canaries, such as a state.</summary>
    public static IReadOnlyList<string> All { get; } = [Text, Digits, .. Dates, .. KeyBeginnings];

    /// <summary>Of these each sample sends every one, so that what is looked for can be found.</summary>
    public static IReadOnlyList<string> OfEverySample => [Text, Digits, Dates[0], Dates[2]];

    /// <summary>Those of all samples.</summary>
    private static string[] KeyBeginnings =>
    [
        "ORDER#", "LINE#", "CUSTOMER#", "EMPLOYEE#", "STATUS#", "COUNTRY#", "PRODUCT#", "SUPPLIER#", "CATEGORY#", "SHIPPER#", "CART#",
        "ACCOUNT#", "MEMBER#", "MEMBERSHIPS#", "SESSION#", "SESSIONS#", "REPOSITORY#", "OWNER#", "FORKS#", "STARS#", "STARRED#",
        "COMMENTS#", "ISSUE#", "ISSUES#", "TRIAGE#", "PULL#", "PULLS#",
    ];

    /// <summary>One of ten numbers.</summary>
    public static int Number(int digit) => LowestNumber + digit;

    /// <summary>The midnight that begins a day.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
