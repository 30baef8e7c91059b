using DynamoGen.Batches;
using DynamoGen.Calls;
using DynamoGen.Transactions;

namespace DynamoGen.Repositories;

/// <summary>The batches of one client, whose writes go to the regions that they belong to.</summary>
/// <param name="context">The calls of the client's region.</param>
/// <param name="name">What batches are called; null where nobody has named them.</param>
internal sealed class ClientBatches(RepositoryContext context, string? name = null) : IBatches
{
    public IBatches Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new ClientBatches(context, name);
    }

    public ValueTask WriteAsync(
        IEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default) =>
        WriteAsync(new BatchSource<BatchWrite>(writes, progress), cancellationToken);

    public ValueTask WriteAsync(
        IAsyncEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default) =>
        WriteAsync(new BatchSource<BatchWrite>(writes, progress), cancellationToken);

    public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        IReadOnlyCollection<ReadAction> actions, bool consistentRead = false, CancellationToken cancellationToken = default) =>
        context.Mixed.ReadItemsAsync(name ?? $"{nameof(IBatches)}.Read", actions, consistentRead, cancellationToken);

    private ValueTask WriteAsync(BatchSource<BatchWrite> writes, CancellationToken cancellationToken)
    {
        var called = name ?? $"{nameof(IBatches)}.Write";
        if (!context.HasRegions)
        {
            return context.Mixed.WriteAsync(called, writes, cancellationToken);
        }

        var batches = new HomeBatches<BatchWrite, RepositoryContext>(
            called, context.WriteIn, (region, part, cancellation) => region.Mixed.WriteAsync(called, part, cancellation));
        return batches.SendAsync(writes, cancellationToken);
    }
}
