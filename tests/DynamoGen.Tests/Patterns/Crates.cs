namespace DynamoGen.Tests.Patterns;

/// <summary>A crate that may be gone after a time, in an index by its label, with the time of its last write.</summary>
[Entity<Helpdesk>]
[Key("ROW#{Row}", "{Number}")]
[Key("gsi1", "LABEL#{Label}", "{Number}")]
public sealed partial record Crate(string Row, int Number, string Label, [property: TimeToLive] DateTimeOffset? Until = null)
{
    public int Weight { get; init; }

    [UpdatedAt]
    public DateTimeOffset At { get; init; }
}

[Projection<Crate>]
public sealed partial record CrateLabel(string Label, DateTimeOffset? Until);

[Repository<Crate>]
public partial interface ICrates
{
    ValueTask PutMany(IEnumerable<Crate> crates, IProgress<BatchProgress> progress, CancellationToken cancellationToken = default);

    ValueTask PutManyOf(IAsyncEnumerable<Crate> crates, CancellationToken cancellationToken = default);

    [Delete]
    Task RemoveAsync(IAsyncEnumerable<Crate.PrimaryKey> keys, IProgress<BatchProgress>? progress = null);

    IAsyncEnumerable<Crate> GetMany(IAsyncEnumerable<Crate.PrimaryKey> keys);

    IAsyncEnumerable<CrateLabel> GetManyLabels(IEnumerable<Crate.PrimaryKey> keys, IProgress<BatchProgress> progress);

    [ConsistentRead]
    ValueTask<IReadOnlyList<Crate?>> GetManyInOrder(IEnumerable<Crate.PrimaryKey> keys, CancellationToken cancellationToken = default);

    [IncludeExpired]
    ValueTask<IReadOnlyList<Crate?>> GetManyAnyway(IReadOnlyList<Crate.PrimaryKey> keys);

    [Get]
    Task<CrateLabel?[]> LabelsOf(IAsyncEnumerable<Crate.PrimaryKey> keys);

    [Get]
    [IncludeExpired]
    ValueTask<List<CrateLabel?>> AllLabelsOf(IEnumerable<Crate.PrimaryKey> keys);

    IAsyncEnumerable<Crate> InRow(string row);
}

/// <summary>Methods that return the details of their calls.</summary>
[Repository<Crate>]
public partial interface ICrateCalls
{
    ValueTask<Response<Crate?>> Get(string row, int number, CancellationToken cancellationToken = default);

    [Index("gsi1")]
    ValueTask<Response<IReadOnlyList<Crate>>> Labelled(string label);

    [Filter("Weight > {weight}")]
    ValueTask<Response<Crate[]>> Heavy(string row, int weight);

    ValueTask<Response<Page<Crate>>> Page(string row, int limit, string? cursor);

    [Query]
    ValueTask<Page<Crate>> PlainPage(string row, int limit, string? cursor);

    ValueTask<Response<long>> CountOf(string row);

    ValueTask<Response<bool>> ExistsNow(string row, int number);

    ValueTask<Response<Crate>> Put(Crate crate);

    Task<Response<bool>> Create(Crate crate);

    ValueTask<Response<WriteOutcome>> Replace(Crate crate);

    [Update("SET Weight = {weight}")]
    ValueTask<Response<Crate>> UpdateWeight(string row, int number, int weight);

    [Idempotent]
    [Update("ADD Weight {by}")]
    ValueTask<Response<bool>> UpdateOnce(string row, int number, int by);

    [Get]
    ValueTask<Response<IReadOnlyList<Crate?>>> Some(IEnumerable<Crate.PrimaryKey> keys);
}

/// <summary>A read that a cache may answer, which tells whether it did.</summary>
[Repository<Crate>]
public partial interface ICachedCrates
{
    [Cached(60)]
    Task<Response<Crate?>> Get(string row, int number);
}
