namespace DynamoGen.Generator.Tests.Sources;

/// <summary>One entity whose properties are read from attributes of other types than their own.</summary>
internal static class Charts
{
    public const string Entity = """
        using System.Collections.Frozen;

        namespace Shop;

        [Table("charts", PartitionKey = "Patient", SortKey = null, Marks = ItemMarks.None)]
        public sealed partial class T;

        public readonly record struct Code(int Value);

        public sealed record Leaf([property: AlsoReads(AttributeTypes.Set)] IReadOnlyList<decimal> Doses, [AlsoReads(AttributeTypes.Number)] bool IsLast);

        [Entity<T>]
        [Key("{Patient:raw}")]
        public sealed partial record Chart(string Patient, [AlsoReads(AttributeTypes.Set)] IReadOnlyList<string> Steps)
        {
            [AlsoReads(AttributeTypes.Set)] public List<string?>? Notes { get; init; }
            [AlsoReads(AttributeTypes.Set | AttributeTypes.Null)] public required Code[] Codes { get; init; }
            [AlsoReads(AttributeTypes.Set)] public ImmutableArray<byte[]>? Scans { get; init; }
            [AlsoReads(AttributeTypes.Set | AttributeTypes.Null)] public ImmutableList<Guid> Rooms { get; init; } = [];
            [AlsoReads(AttributeTypes.List)] public IReadOnlySet<string> Wards { get; init; } = new HashSet<string>();
            [AlsoReads(AttributeTypes.List)] public SortedSet<int>? Beds { get; init; }
            [AlsoReads(AttributeTypes.List)] public ImmutableHashSet<Code>? Drugs { get; init; }
            [AlsoReads(AttributeTypes.List)] public ImmutableSortedSet<long>? Shifts { get; init; }
            [AlsoReads(AttributeTypes.List | AttributeTypes.Null)] public FrozenSet<string> Nurses { get; init; } = FrozenSet<string>.Empty;
            [AlsoReads(AttributeTypes.Null)] public string Remark { get; init; } = "none";
            [AlsoReads(AttributeTypes.Null)] public required int Count { get; init; }
            [AlsoReads(AttributeTypes.Null)] public Dictionary<string, int> Doses { get; init; } = [];
            [AlsoReads(AttributeTypes.Number | AttributeTypes.Null)] public bool IsUrgent { get; init; }
            [AlsoReads(AttributeTypes.Number)] public bool? IsPaid { get; init; }
            public List<string> Own { get; init; } = [];
            public Leaf? Leaf { get; init; }
        }

        """;
}
