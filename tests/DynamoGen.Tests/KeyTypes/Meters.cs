namespace DynamoGen.Tests.KeyTypes;

/// <summary>A table as other programs make them: its keys are the entity's own attributes.</summary>
[Table("meters", PartitionKey = "MeterId", PartitionKeyType = KeyAttributeType.Number, SortKey = "At", SortKeyType = KeyAttributeType.Number)]
[GlobalIndex("by-site", PartitionKey = "Site", SortKey = "Value", SortKeyType = KeyAttributeType.Number)]
[GlobalIndex("by-hash", PartitionKey = "Hash", PartitionKeyType = KeyAttributeType.Binary, SortKey = "gsi2sk", SortKeyType = KeyAttributeType.Binary)]
[GlobalIndex("by-kind", PartitionKey = "gsi3pk", SortKey = "gsi3sk", SortKeyType = KeyAttributeType.Number)]
[LocalIndex("by-value", SortKey = "Value", SortKeyType = KeyAttributeType.Number)]
public sealed partial class Meters;

public readonly record struct MeterId(int Value);

[Entity<Meters>]
[Key("{MeterId}", "{At}")]
[Key("by-site", "{Site}", "{Value}")]
[Key("by-hash", "{Hash}", "{Part}")]
[Key("by-kind", "KIND#{Kind}", "{Value}", Shards = 3)]
[Key("by-value", "{MeterId}", "{Value}")]
public sealed partial record Reading
{
    public required MeterId MeterId { get; init; }

    public required long At { get; init; }

    public string? Site { get; init; }

    public decimal? Value { get; init; }

    public byte[]? Hash { get; init; }

    public ReadOnlyMemory<byte> Part { get; init; } = new byte[] { 0 };

    public string Kind { get; init; } = "water";

    public string? Note { get; init; }
}

[Repository<Reading>]
public partial interface IReadings
{
    ValueTask Put(Reading reading);

    ValueTask<bool> Create(Reading reading);

    ValueTask<Reading?> Get(MeterId meterId, long at);

    IAsyncEnumerable<Reading> Of(MeterId meterId, long? from = null, long? to = null);

    [Descending]
    ValueTask<Page<Reading>> Latest(MeterId meterId, int limit, string? cursor);

    [Index("by-site")]
    ValueTask<IReadOnlyList<Reading>> AtSite(string site, decimal? from = null, decimal? to = null);

    [Index("by-site")]
    IAsyncEnumerable<Reading.PrimaryKey> KeysAtSite(string site);

    [Index("by-hash")]
    IAsyncEnumerable<Reading> WithHash(byte[] hash, ReadOnlyMemory<byte>? from = null, ReadOnlyMemory<byte>? to = null);

    [Index("by-kind")]
    IAsyncEnumerable<Reading> OfKind(string kind, decimal? from = null);

    [Index("by-kind")]
    ValueTask<Page<Reading>> PageOfKind(string kind, int limit, string? cursor);

    [Index("by-value"), ConsistentRead]
    IAsyncEnumerable<Reading> ByValue(MeterId meterId, decimal from);

    [Update("SET Value = {value}")]
    ValueTask<Reading> UpdateValue(MeterId meterId, long at, decimal value, string kind);

    [Update("REMOVE Site")]
    ValueTask UpdateSite(MeterId meterId, long at);

    ValueTask Delete(MeterId meterId, long at);

    ValueTask PutMany(IEnumerable<Reading> readings);

    ValueTask DeleteMany(IEnumerable<Reading.PrimaryKey> keys);

    IAsyncEnumerable<Reading> GetMany(IEnumerable<Reading.PrimaryKey> keys);
}

/// <summary>A numeric key that is no attribute of the entity.</summary>
[Table("counters", PartitionKey = "k", PartitionKeyType = KeyAttributeType.Number, SortKey = null)]
public sealed partial class Counters;

[Entity<Counters>]
[Key("{Id}")]
public sealed partial record Counter(decimal Id, int Count);

[Repository<Counter>]
public partial interface ICounters
{
    ValueTask Put(Counter counter);

    ValueTask<Counter?> Get(decimal id);

    [Update("ADD Count {by}")]
    ValueTask<Counter> Update(decimal id, int by);

    IAsyncEnumerable<Counter> GetMany(IEnumerable<Counter.PrimaryKey> keys);
}
