namespace DynamoGen.Streams.Shards;

/// <summary>Handles the records of one shard in the order in which they are read.</summary>
internal interface IShardProcessor : IAsyncDisposable
{
    /// <summary>
    /// The place up to which every record has been handled, or put aside as one that cannot be: what a lease's checkpoint may say. Null before the first.
    /// </summary>
    SequenceNumber? Completed { get; }

    /// <summary>The time of the oldest record that was taken and is not handled; null when there is none.</summary>
    DateTimeOffset? OldestPending { get; }

    /// <summary>Takes records. Returns when there is room for more, before all of them are handled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; what is not handled counts as not taken.</exception>
    ValueTask TakeAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken);

    /// <summary>Returns when every record that was taken is handled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before.</exception>
    ValueTask DrainAsync(CancellationToken cancellationToken);
}
