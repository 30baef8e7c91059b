namespace DynamoGen.Interop.Tests.ObjectPersistence;

/// <summary>The visits that the context writes with its conversion V1.</summary>
[Table("visits-v1", PartitionKey = "Patient", SortKey = "Number", SortKeyType = KeyAttributeType.Number, Marks = ItemMarks.None)]
[GlobalIndex("by-doctor", PartitionKey = "Doctor", SortKey = "Number", SortKeyType = KeyAttributeType.Number)]
public sealed partial class V1Visits;

[Entity<V1Visits>]
[Key("{Patient:raw}", "{Number}")]
[Key("by-doctor", "{Doctor:raw}", "{Number}")]
public sealed partial record V1Visit(string Patient, int Number, string Doctor)
{
    [AttributeName("why")]
    public string? Reason { get; init; }

    public DateTime At { get; init; }

    [EpochSeconds]
    public DateTime Until { get; init; }

    [EnumAsNumber]
    public VisitKind Kind { get; init; }

    [Converter<BooleanAsNumber>]
    public bool IsUrgent { get; init; }

    [Converter<BooleanAsNumber>]
    public bool? IsPaid { get; init; }

    public Guid Room { get; init; }

    public decimal Fee { get; init; }

    public byte[]? Scan { get; init; }

    public Place? Place { get; init; }

    public IReadOnlyList<Place> Stations { get; init; } = [];

    /// <summary>A list of texts, which the conversion V1 stores as a set.</summary>
    public IReadOnlySet<string> Steps { get; init; } = new HashSet<string>();

    public IReadOnlySet<int> Codes { get; init; } = new HashSet<int>();

    public IReadOnlyDictionary<string, int> Doses { get; init; } = new Dictionary<string, int>();

    [OptimisticLock]
    public long Revision { get; init; }
}

[Repository<V1Visit>]
public partial interface IV1Visits
{
    [ConsistentRead]
    ValueTask<V1Visit?> Get(string patient, int number);

    ValueTask<IReadOnlyList<V1Visit>> Of(string patient, int fromNumber);

    [Index("by-doctor")]
    ValueTask<IReadOnlyList<V1Visit>> By(string doctor);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<V1Visit> Everything();

    ValueTask Create(V1Visit visit);

    ValueTask<V1Visit> Replace(V1Visit visit);

    [Update("SET Reason = {reason}, Fee = {fee}")]
    ValueTask<V1Visit> UpdateReason(string patient, int number, string reason, decimal fee);
}
