namespace DynamoGen.Testing;

/// <summary>How much a proof of versions tries.</summary>
public sealed record RoundTripOptions
{
    /// <summary>What the entities are drawn by; the same seed draws the same ones. Default: another one for each run, which a failure names.</summary>
    public int? Seed { get; init; }

    /// <summary>How many entities are tried, at least 1. Default: 200.</summary>
    public int Cases { get; init; } = 200;

    /// <summary>Whether a failure shows the values of the attributes that differ, which may be confidential in entities of your own. Default: false.</summary>
    public bool ShowsValues { get; init; }
}
