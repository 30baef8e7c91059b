using System.Collections.Frozen;
using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization.EqualContents;

/// <summary>An entity of sets and dictionaries, of which two elements can be stored alike.</summary>
[Entity<TestTable>]
[Key("PILE#{Id}", "PILE")]
public sealed partial record Pile(string Id)
{
    public HashSet<DateTime> Times { get; init; } = [];

    [EpochSeconds] public HashSet<DateTimeOffset> Seconds { get; init; } = [];

    public HashSet<DateTimeOffset> Instants { get; init; } = [];

    [Converter<TrimConverter>] public ISet<Label> Labels { get; init; } = new HashSet<Label>();

    public HashSet<byte[]> Blobs { get; init; } = [];

    public IReadOnlySet<ReadOnlyMemory<byte>> Memories { get; init; } = new HashSet<ReadOnlyMemory<byte>>();

    public FrozenSet<Token> Tokens { get; init; } = FrozenSet<Token>.Empty;

    public HashSet<string> Texts { get; init; } = [];

    public SortedSet<string> Sorted { get; init; } = [];

    public ImmutableHashSet<decimal> Decimals { get; init; } = [];

    public ImmutableSortedSet<double> Doubles { get; init; } = [];

    public HashSet<int> Numbers { get; init; } = [];

    public List<HashSet<byte[]>> Nested { get; init; } = [];

    public Dictionary<DateTime, int> ByTime { get; init; } = [];

    [EpochMilliseconds] public SortedDictionary<DateTime, int> ByMillisecond { get; init; } = [];

    [Converter<TrimConverter>] public FrozenDictionary<Label, int> ByLabel { get; init; } = FrozenDictionary<Label, int>.Empty;

    public IReadOnlyDictionary<string, int> ByText { get; init; } = new Dictionary<string, int>();

    public ImmutableDictionary<decimal, int> ByDecimal { get; init; } = ImmutableDictionary<decimal, int>.Empty;

    public ImmutableSortedDictionary<PileId, int> ByWrapper { get; init; } = ImmutableSortedDictionary<PileId, int>.Empty;

    public Dictionary<string, Dictionary<DateTime, Label2>> Deep { get; init; } = [];

    public AttributeValue? Any { get; init; }

    public Inner? Inner { get; init; }

    [UnknownAttributes] public IDictionary<string, AttributeValue>? Others { get; init; }
}

public sealed record Inner(string Name)
{
    [UnknownAttributes] public Dictionary<string, AttributeValue> More { get; init; } = [];
}

public readonly record struct Token(ReadOnlyMemory<byte> Value);

public readonly record struct PileId(string Value) : IComparable<PileId>
{
    public int CompareTo(PileId other) => string.CompareOrdinal(Value, other.Value);
}

public sealed record Label2(string Text);

public sealed record Label(string Text);

public readonly struct TrimConverter : IAttributeConverter<Label, string>
{
    public static string ToStored(Label value) => value.Text.Trim();

    public static Label FromStored(string stored) => new(stored);
}

/// <summary>Holds equal values apart.</summary>
public sealed class ApartComparer<T> : IEqualityComparer<T>, IComparer<T>
{
    public bool Equals(T? x, T? y) => false;

    public int GetHashCode(T value) => 0;

    public int Compare(T? x, T? y) => 1;
}

[Repository<Pile>]
public partial interface IPiles
{
    ValueTask Put(Pile pile);

    ValueTask<Pile?> Get(string id);

    [Update("ADD Blobs {blobs} SET ByTime = {byTime}")]
    ValueTask UpdateBlobs(string id, HashSet<byte[]> blobs, Dictionary<DateTime, int> byTime);
}
