namespace DynamoGen.Interop.Tests.ObjectPersistence;

/// <summary>The visits that the context writes with its conversion V2.</summary>
[Table("visits-v2", PartitionKey = "Patient", SortKey = "Number", SortKeyType = KeyAttributeType.Number, Marks = ItemMarks.None)]
[GlobalIndex("by-doctor", PartitionKey = "Doctor", SortKey = "At")]
public sealed partial class V2Visits;

[Entity<V2Visits>]
[Key("{Patient:raw}", "{Number}")]
[Key("by-doctor", "{Doctor:raw}", "{At:yyyy-MM-ddTHH:mm:ss.fffZ}")]
public sealed partial record V2Visit(string Patient, int Number, string Doctor)
{
    [AttributeName("why")]
    public string? Reason { get; init; }

    [IsoMilliseconds]
    public DateTime At { get; init; }

    [EpochSeconds]
    public DateTime Until { get; init; }

    [EnumAsNumber]
    public VisitKind Kind { get; init; }

    public bool IsUrgent { get; init; }

    public bool? IsPaid { get; init; }

    public Guid Room { get; init; }

    public decimal Fee { get; init; }

    public byte[]? Scan { get; init; }

    public Place? Place { get; init; }

    public IReadOnlyList<Place> Stations { get; init; } = [];

    public IReadOnlyList<string> Steps { get; init; } = [];

    public IReadOnlySet<int> Codes { get; init; } = new HashSet<int>();

    public IReadOnlyDictionary<string, int> Doses { get; init; } = new Dictionary<string, int>();

    [OptimisticLock]
    public long Revision { get; init; }
}

[Repository<V2Visit>]
public partial interface IV2Visits
{
    [ConsistentRead]
    ValueTask<V2Visit?> Get(string patient, int number);

    ValueTask<IReadOnlyList<V2Visit>> Of(string patient, int fromNumber);

    [Index("by-doctor")]
    ValueTask<IReadOnlyList<V2Visit>> By(string doctor, DateTime fromAt);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<V2Visit> Everything();

    ValueTask Create(V2Visit visit);

    ValueTask<V2Visit> Replace(V2Visit visit);

    [Update("SET Reason = {reason}, Fee = {fee}")]
    ValueTask<V2Visit> UpdateReason(string patient, int number, string reason, decimal fee);
}
