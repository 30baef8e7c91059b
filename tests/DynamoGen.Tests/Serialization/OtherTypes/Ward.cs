using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DynamoGen.Tests.Serialization.OtherTypes;

public readonly record struct BedNumber(int Value);

/// <summary>Lists, sets, truth values and what is never null, each read from other types than its own.</summary>
[Entity<TestTable>]
[Key("WARD#{Id}", "WARD")]
public sealed partial record Ward(string Id)
{
    [AlsoReads(AttributeTypes.Set)]
    public IReadOnlyList<string> Texts { get; init; } = [];

    [AlsoReads(AttributeTypes.Set)]
    public List<string?>? Notes { get; init; }

    [AlsoReads(AttributeTypes.Set | AttributeTypes.Null)]
    public BedNumber[] Beds { get; init; } = [new(1)];

    [AlsoReads(AttributeTypes.Set)]
    public ImmutableArray<decimal> Doses { get; init; } = [];

    [AlsoReads(AttributeTypes.Set)]
    public ImmutableList<byte[]> Scans { get; init; } = [];

    [AlsoReads(AttributeTypes.List)]
    public HashSet<string> Names { get; init; } = [];

    [AlsoReads(AttributeTypes.List)]
    public SortedSet<int> Sorted { get; init; } = [];

    [AlsoReads(AttributeTypes.List)]
    public ImmutableHashSet<BedNumber> Immutable { get; init; } = [];

    [AlsoReads(AttributeTypes.List)]
    public ImmutableSortedSet<decimal> ImmutableSorted { get; init; } = [];

    [AlsoReads(AttributeTypes.List | AttributeTypes.Null)]
    public FrozenSet<string> Frozen { get; init; } = FrozenSet<string>.Empty;

    [AlsoReads(AttributeTypes.Null)]
    public string Remark { get; init; } = "none";

    [AlsoReads(AttributeTypes.Null)]
    public required int Count { get; init; }

    [AlsoReads(AttributeTypes.Number | AttributeTypes.Null)]
    public bool IsOpen { get; init; } = true;

    [AlsoReads(AttributeTypes.Number)]
    public bool? IsFull { get; init; } = true;
}
