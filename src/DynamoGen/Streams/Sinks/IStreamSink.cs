namespace DynamoGen.Streams.Sinks;

/// <summary>
/// Takes changes in batches and delivers them somewhere, such as to a search index or a topic. A change can come more than once, so that delivering it
/// again must come to the same.
/// </summary>
public interface IStreamSink
{
    /// <summary>The most changes of a batch.</summary>
    int MaxBatchRecords { get; }

    /// <summary>Delivers changes.</summary>
    /// <param name="records">The changes, at most one of each item.</param>
    /// <param name="cancellationToken">Ends the delivery.</param>
    /// <returns>The changes that were not delivered, by their places; those are sent again, and later ones of their items wait.</returns>
    /// <remarks>An exception means that none was delivered.</remarks>
    ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken);
}

/// <summary>A change that a sink did not deliver.</summary>
/// <param name="Index">Its place in the batch.</param>
/// <param name="Reason">Why.</param>
public readonly record struct UndeliveredChange(int Index, Exception Reason);
