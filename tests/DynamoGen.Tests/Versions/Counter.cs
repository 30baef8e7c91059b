using DynamoGen.Transactions;

namespace DynamoGen.Tests.Versions;

[Table("counters")]
[GlobalIndex("byUnit", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class Counters;

/// <summary>The counter as an older deployment knows it.</summary>
[Entity<Counters>(Name = "Counter")]
[Key("COUNTER#{Id}", "COUNTER")]
[Key("byUnit", "UNIT#{Unit}", "{Id}")]
public sealed partial record OldCounter(string Id)
{
    public int Count { get; init; }

    public string? Note { get; init; }

    public string? Unit { get; init; }

    public string? Cents { get; init; }

    public int Reads { get; init; }
}

/// <summary>The counter as the current deployment knows it: the unit is gone where it was empty, and an amount took the place of cents.</summary>
[Entity<Counters>(Version = 2)]
[Key("COUNTER#{Id}", "COUNTER")]
[Key("byUnit", "UNIT#{Unit}", "{Id}")]
public sealed partial record Counter(string Id)
{
    public long Count { get; init; }

    public string? Note { get; init; }

    public string? Unit { get; init; }

    public decimal? Amount { get; init; }

    public int Reads { get; init; }

    [Upcast(1, nameof(Amount), StoredAs = "Cents")]
    private static decimal? AmountOf(string cents) => decimal.Parse(cents, System.Globalization.CultureInfo.InvariantCulture) / 100;

    [Upcast(1, nameof(Unit))]
    private static string? UnitOf(string unit) => unit == "none" ? null : unit;
}

[Repository<OldCounter>]
public partial interface IOldCounters
{
    ValueTask Put(OldCounter counter);

    [Update("ADD Reads 1")]
    ValueTask UpdateReads(string id);

    [Update("ADD Reads 1")]
    ValueTask<bool> UpdateReadsIfThere(string id);
}

/// <summary>The older deployment, at a time when there was another version before it.</summary>
[Entity<Counters>(Name = "Gauge", Version = 2)]
[Key("GAUGE#{Id}", "GAUGE")]
public sealed partial record OldGauge(string Id)
{
    public int Level { get; init; }

    [Upcast(1, nameof(Level))]
    private static int LevelOf(string stored) => stored.Length;
}

[Entity<Counters>(Version = 3)]
[Key("GAUGE#{Id}", "GAUGE")]
public sealed partial record Gauge(string Id)
{
    public long Level { get; init; }

    [Upcast(1, nameof(Level))]
    private static int LevelOf(string stored) => stored.Length;

    [Upcast(2, nameof(Level))]
    private static long LevelOf(int stored) => stored;
}

[Repository<OldGauge>]
public partial interface IOldGauges
{
    [Update("ADD Level 1")]
    ValueTask<bool> UpdateLevel(string id);

    [Update("ADD Level 1")]
    ValueTask<OldGauge> UpdateAndGet(string id);

    [Update("ADD Level 1")]
    WriteAction UpdateAction(string id);
}

[Repository<Gauge>]
public partial interface IGauges
{
    ValueTask Put(Gauge gauge);
}

[Repository<Counter>]
public partial interface ICounters
{
    ValueTask<Counter?> Get(string id);

    [Index("byUnit")]
    IAsyncEnumerable<Counter> OfUnit(string unit);

    [Update("ADD Count 1")]
    ValueTask UpdateCount(string id);

    [Update("ADD Count 1")]
    ValueTask<bool> UpdateCountIfThere(string id);

    [Update("ADD Count 1")]
    ValueTask<Counter> UpdateAndGet(string id);

    [Update("ADD Count 1")]
    ValueTask<Counter?> UpdateAndGetOld(string id);

    [Update("ADD Count 1"), Condition("Count > {least}")]
    ValueTask<bool> UpdateAbove(string id, long least);

    [Update("ADD Count 1")]
    WriteAction UpdateAction(string id);
}
