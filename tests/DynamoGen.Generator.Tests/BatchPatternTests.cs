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

    private static GeneratorRun Run(string method) => GeneratorRun.Of(Tickets.Entity + Tickets.Batches + $$"""
        [Projection<Visit>] public sealed partial record Card([property: TimeToLive] DateTime ExpiresAt);
        [Projection<Visit>] public sealed partial record Bare(DateTime SeenAt);
        [Repository<Visit>] public partial interface ICards { {{method}} }
        """);
}
