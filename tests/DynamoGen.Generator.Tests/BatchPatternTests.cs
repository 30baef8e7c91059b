using DynamoGen.Declarations.Problems;
using DynamoGen.Generator.Tests.Sources;

namespace DynamoGen.Generator.Tests;

/// <summary>What batches take and return, and what they refuse.</summary>
public sealed class BatchPatternTests
{
    [Theory]
    [InlineData("IAsyncEnumerable<Card> GetMany(IEnumerable<Visit.PrimaryKey> keys);")]
    [InlineData("IAsyncEnumerable<Visit> GetMany(IAsyncEnumerable<Visit.PrimaryKey> keys, CancellationToken cancellationToken);")]
    [InlineData("ValueTask<IReadOnlyList<Visit?>> GetMany(IEnumerable<Visit.PrimaryKey> item);")]
    [InlineData("Task<Visit?[]> GetMany(IAsyncEnumerable<Visit.PrimaryKey> found, IProgress<BatchProgress> now);")]
    [InlineData("[IncludeExpired] ValueTask<List<Card?>> GetMany(IProgress<BatchProgress>? progress, IReadOnlyList<Visit.PrimaryKey> key);")]
    [InlineData("ValueTask<IEnumerable<Card?>> GetMany(IEnumerable<Visit.PrimaryKey> key);")]
    [InlineData("ValueTask<Response<IReadOnlyList<Visit?>>> GetMany(IEnumerable<Visit.PrimaryKey> context, IProgress<BatchProgress> details);")]
    [InlineData("ValueTask PutMany(IAsyncEnumerable<Visit> item);")]
    [InlineData("[Put] BatchWrite Store(Visit now);")]
    [InlineData("[Delete] BatchWrite Remove(Visit region);")]
    [InlineData("BatchWrite DeleteEntry(Guid id);")]
    [InlineData("[Delete] Task Purge(IAsyncEnumerable<Visit.PrimaryKey> keys, IProgress<BatchProgress> progress, CancellationToken cancellationToken);")]
    public void What_a_batch_takes_and_returns_compiles(string method) => Design.Compiles(Run(method));

    [Theory]
    [InlineData("ValueTask<IReadOnlyList<Visit>> GetMany(IEnumerable<Visit.PrimaryKey> keys);", "with null for each key without one")]
    [InlineData("ValueTask<Visit[]> GetMany(IEnumerable<Visit.PrimaryKey> keys);", "with null for each key without one")]
    [InlineData("IAsyncEnumerable<Visit.PrimaryKey> GetMany(IEnumerable<Visit.PrimaryKey> keys);", "in the place of Visit may be a projection")]
    [InlineData("IAsyncEnumerable<Visit> GetMany(IEnumerable<Visit.PrimaryKey> keys, IProgress<int> progress);", "perhaps IProgress<BatchProgress>")]
    [InlineData("IAsyncEnumerable<Visit> GetMany(IEnumerable<Visit.PrimaryKey> keys, IEnumerable<int> more);", "it takes IEnumerable<Visit.PrimaryKey>")]
    [InlineData("ValueTask PutMany(IEnumerable<Visit> all, IProgress<BatchProgress> one, IProgress<BatchProgress> two);", "it takes IEnumerable<Visit>")]
    [InlineData("ValueTask PutMany(IAsyncEnumerable<Visit.PrimaryKey> visits);", "or IAsyncEnumerable<Visit>")]
    [InlineData("ValueTask<Response<bool>> PutMany(IEnumerable<Visit> visits);", "a batch of writes returns ValueTask or Task")]
    [InlineData("IAsyncEnumerable<Bare> GetMany(IEnumerable<Visit.PrimaryKey> keys);", "cannot tell whether the item has expired")]
    [InlineData("IAsyncEnumerable<Response<Visit>> GetMany(IEnumerable<Visit.PrimaryKey> keys);", "Response<T> tells of a call that has ended")]
    [InlineData("Response<Visit?> Get(Guid id);", "Response<T> tells of a call that has ended")]
    [InlineData("ValueTask<Response<IAsyncEnumerable<Visit>>> All(Guid id);", "Response<T> tells of a call that has ended")]
    [InlineData("ValueTask<Response<WriteAction>> PutAction(Visit visit);", "Response<T> tells of a call that has ended")]
    [InlineData("ValueTask<Response<Visit>> Get(Guid id);", "an item may be absent")]
    public void What_no_batch_and_no_response_is_is_refused(string method, string reason)
    {
        var problem = Assert.Single(Design.Problems(Run(method)));

        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BatchWrite Create(Visit visit);", "it is a Create, and a batch has no conditions; put or delete")]
    [InlineData("BatchWrite Replace(Visit visit);", "it is a Replace, and a batch has no conditions; put or delete")]
    [InlineData("BatchWrite Upsert(Visit visit);", "it is an Upsert, and a batch has no conditions; put or delete")]
    [InlineData("[Check] BatchWrite Demand(Guid id);", "it is a Check, and a batch has no conditions; put or delete")]
    [InlineData("[Update(\"SET SeenAt = {at}\")] BatchWrite UpdateEntry(Guid id, DateTime at);", "a batch puts and deletes whole items")]
    [InlineData("BatchWrite UpdateEntry(Visit visit);", "a batch puts and deletes whole items")]
    [InlineData("[Condition(\"SeenAt < {at}\")] BatchWrite DeleteEntry(Guid id, DateTime at);", "and a batch has no conditions")]
    [InlineData("[Idempotent] BatchWrite PutEntry(Visit visit);", "a batch comes to the same however often it is sent")]
    [InlineData("BatchWrite PutEntry(Guid id);", "a Put takes the Visit that it writes")]
    [InlineData("BatchWrite PutEntry(Visit visit, int more);", "nothing takes the parameter 'more' beside the Visit")]
    [InlineData("BatchWrite Entry(Visit visit);", "a method that writes must begin with Put")]
    [InlineData("[Get] BatchWrite Entry(Guid id);", "[Get] is no method that takes and returns what it does")]
    [InlineData("ValueTask<BatchWrite> PutEntry(Visit visit);", "an action for a transaction, or a BatchWrite")]
    public void What_no_entry_of_a_batch_is_is_refused(string method, string reason)
    {
        var problem = Assert.Single(Design.Problems(Run(method)));

        Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
        Assert.Contains(reason, problem.Arguments[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[OptimisticLock] public long Writes { get; init; }", "PutEntry(Guarded item)", "undo what 'Writes' guards")]
    [InlineData("[OptimisticLock] public long Writes { get; init; }", "DeleteEntry(int id)", "undo what 'Writes' guards")]
    [InlineData("public string Name { get; init; } = \"\";", "PutEntry(Guarded item)", "no markers of unique values")]
    [InlineData("public string Name { get; init; } = \"\";", "DeleteEntry(Guarded item)", "no markers of unique values")]
    public void What_no_batch_may_write_has_no_entries_either(string property, string method, string reason)
    {
        var (key, many) = method.StartsWith("Put", StringComparison.Ordinal) ? ("Guarded", "PutMany") : ("Guarded.PrimaryKey", "DeleteMany");
        var unique = property.Contains("Name", StringComparison.Ordinal) ? ", Unique(\"NAME#{Name}\")" : string.Empty;
        foreach (var refused in new[] { $"BatchWrite {method};", $"ValueTask {many}(IEnumerable<{key}> items);" })
        {
            var run = GeneratorRun.Of(Tickets.Entity + $$"""
                [Entity<TicketTable>, Key("GUARDED#{Id}", "GUARDED"){{unique}}] public sealed partial record Guarded(int Id) { {{property}} }
                [Repository<Guarded>] public partial interface IGuarded { {{refused}} }
                """);

            Assert.Contains(reason, Assert.Single(Design.Problems(run)).Arguments[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_entry_that_belongs_to_a_region_is_made_by_the_calls_of_that_region()
    {
        var run = Design.Compiles(GeneratorRun.Of("""
            using DynamoGen.Batches;
            namespace Shop;
            [Table("parcels", SortKey = null), Replica("eu-west-1"), Replica("us-east-1"), HomeRegion(nameof(Parcel.Home))] public sealed partial class Parcels;
            [Entity<Parcels>, Key("{Home}#{Id}")] public sealed partial record Parcel(string Home, string Id);
            [Repository<Parcel>] public partial interface IParcels { BatchWrite PutEntry(Parcel parcel); BatchWrite DeleteEntry(string home, string id); }
            """));

        var text = run.Generated.Values.Single(file => file.Contains("BatchPut", StringComparison.Ordinal));
        Assert.Contains(".WriteIn(PutEntryPattern, (parcel ?? throw", text, StringComparison.Ordinal);
        Assert.Contains("region.BatchDelete(DeleteEntryPattern, new global::Shop.Parcel.PrimaryKey(home, id))", text, StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string method) => GeneratorRun.Of(Tickets.Entity + Tickets.Batches + $$"""
        [Projection<Visit>] public sealed partial record Card([property: TimeToLive] DateTime ExpiresAt);
        [Projection<Visit>] public sealed partial record Bare(DateTime SeenAt);
        [Repository<Visit>] public partial interface ICards { {{method}} }
        """);
}
