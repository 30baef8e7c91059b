namespace DynamoGen.Interop.Tests.ObjectPersistence;

/// <summary>The charts that the context writes with its conversion V1, read as the types that they are.</summary>
[Table("charts-v1", PartitionKey = "Patient", SortKey = null, Marks = ItemMarks.None)]
public sealed partial class V1Charts;

[Entity<V1Charts>]
[Key("{Patient:raw}")]
public sealed partial record V1Chart(string Patient)
{
    [AlsoReads(AttributeTypes.Set)]
    public IReadOnlyList<string> Steps { get; init; } = [];

    [AlsoReads(AttributeTypes.Set)]
    public List<int> Codes { get; init; } = [];

    [AlsoReads(AttributeTypes.Set | AttributeTypes.Null)]
    public List<byte[]> Scans { get; init; } = [];

    public IReadOnlySet<string> Wards { get; init; } = new HashSet<string>();

    [AlsoReads(AttributeTypes.Null)]
    public string Remark { get; init; } = "";

    [AlsoReads(AttributeTypes.Number)]
    public bool IsUrgent { get; init; }

    [AlsoReads(AttributeTypes.Number)]
    public bool? IsPaid { get; init; }

    public V1Leaf? Leaf { get; init; }
}

public sealed record V1Leaf([property: AlsoReads(AttributeTypes.Set)] List<decimal> Doses, [property: AlsoReads(AttributeTypes.Number)] bool IsLast);

[Projection<V1Chart>]
public sealed partial record V1Steps(IReadOnlyList<string> Steps, bool IsUrgent);

[Repository<V1Chart>]
public partial interface IV1Charts
{
    [ConsistentRead]
    ValueTask<V1Chart?> Get(string patient);

    [ConsistentRead]
    ValueTask<V1Steps?> GetSteps(string patient);

    ValueTask Put(V1Chart chart);

    [AllowScan("Tests look at all of it."), Filter("contains(Steps, {step}) AND size(Steps) = {count}")]
    IAsyncEnumerable<V1Chart> With(string step, int count);

    [Update("SET Steps = {steps}, IsUrgent = {isUrgent}")]
    ValueTask<V1Chart> UpdateSteps(string patient, IReadOnlyList<string> steps, bool isUrgent);
}
