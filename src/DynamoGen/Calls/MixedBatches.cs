using DynamoGen.Batches;
using DynamoGen.Schema;
using DynamoGen.Transactions;

namespace DynamoGen.Calls;

/// <summary>Writes or reads any number of items of several entities and tables.</summary>
internal sealed class MixedBatches(RequestSender sender, BatchSender batches)
{
    /// <summary>Puts and deletes items.</summary>
    /// <param name="name">What the batch is called in telemetry and errors.</param>
    /// <param name="source">The writes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="IBatches.WriteAsync(IEnumerable{BatchWrite}, IProgress{BatchProgress}?, CancellationToken)"/>
    public async ValueTask WriteAsync(string name, BatchSource<BatchWrite> source, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(name, source, cancellationToken);
        await using (batch.ConfigureAwait(false))
        {
            if (await BatchSender.FillAsync(batch, cancellationToken).ConfigureAwait(false))
            {
                var pattern = new AccessPattern(name, DynamoOperation.BatchWriteItem, batch.Tables[0].Schema);
                using var call = sender.Start(pattern, [.. batch.Tables]);
                await SendAllAsync(new BatchRun<NoItems>(call, pattern, batch, default, source.Progress), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads items, in the order of the actions.</summary>
    /// <param name="name">What the batch is called in telemetry and errors.</param>
    /// <param name="actions">The reads.</param>
    /// <param name="consistentRead">Whether they are strongly consistent.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="IBatches.ReadItemsAsync"/>
    public async ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        string name, IReadOnlyCollection<ReadAction> actions, bool consistentRead, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actions);
        ReadAction[] reads = [.. actions];
        if (Array.IndexOf(reads, null) is >= 0 and var absent)
        {
            throw new ArgumentException($"Action {absent} of the batch is null.", nameof(actions));
        }

        var batch = new ReadBatch(name, reads);
        await using (batch.ConfigureAwait(false))
        {
            if (await BatchSender.FillAsync(batch, cancellationToken).ConfigureAwait(false))
            {
                var pattern = new AccessPattern(name, DynamoOperation.BatchGetItem, batch.Tables[0].Schema);
                using var call = sender.Start(pattern, [.. batch.Tables]);
                var run = new BatchRun<ReadBatchItems>(call, pattern, batch, new(batch), consistentRead: consistentRead);
                await SendAllAsync(run, cancellationToken).ConfigureAwait(false);
            }

            return batch.Items;
        }
    }

    private async ValueTask SendAllAsync(BatchRun run, CancellationToken cancellationToken)
    {
        while (await batches.SendAsync(run, cancellationToken).ConfigureAwait(false))
        {
        }
    }
}
