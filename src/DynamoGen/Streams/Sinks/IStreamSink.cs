namespace DynamoGen.Streams.Sinks;

/// <summary>
/// Takes changes in batches and delivers them somewhere, such as to a search index or a topic. A change can come more than once, so that delivering it
/// again must come to the same.
/// </summary>
public interface IStreamSink
{
    /// <summary>The most changes of a batch.</summary>
    int MaxBatchRecords { get; }

    /// <summary>
    /// Whether a batch may have one change of an item only, because the sink keeps their order and could deliver the later one while the earlier one fails.
    /// </summary>
    bool NeedsOneChangeOfAnItem { get; }

    /// <summary>Delivers changes.</summary>
    /// <param name="records">The changes, those of one item in their order.</param>
    /// <param name="cancellationToken">Ends the delivery.</param>
    /// <returns>The changes that were not delivered, by their places; those are sent again, and those of their items behind them wait.</returns>
    /// <remarks>An exception means that none was delivered.</remarks>
    ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken);
}

/// <summary>A change that a sink did not deliver.</summary>
/// <param name="Index">Its place in the batch.</param>
/// <param name="Reason">Why.</param>
public readonly record struct UndeliveredChange(int Index, Exception Reason);
