namespace DynamoGen.Streams.Sinks;

/// <summary>
/// Feeds a sink: changes that are handled at once are delivered as one batch, and each of them is done, or has failed, by itself. Lanes keep the changes of
/// one item in their order, so that a batch never has two of them.
/// </summary>
/// <param name="sink">The sink.</param>
/// <param name="linger">How long a batch that is not full waits for more; null for 20 milliseconds.</param>
/// <param name="timeProvider">Measures it; null for the system's clock.</param>
/// <remarks>
/// A batch gets full only where as many items are handled at once as it may have changes:
/// <see cref="Processing.StreamProcessingOptions.Concurrency"/> of a sink should be at least twice its <see cref="IStreamSink.MaxBatchRecords"/>.
/// </remarks>
public sealed class SinkHandler(IStreamSink sink, TimeSpan? linger = null, TimeProvider? timeProvider = null) : IStreamHandler
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _linger = linger ?? TimeSpan.FromMilliseconds(20);
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private Batch? _open;

    /// <inheritdoc/>
    public async ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        var (batch, place) = Join(record);
        if (place == sink.MaxBatchRecords - 1)
        {
            await batch.DeliverAsync(sink).ConfigureAwait(false);
        }
        else if (place == 0)
        {
            await LingerAsync(batch).ConfigureAwait(false);
        }

        await batch.ResultAsync(place, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first of a batch waits for others, and delivers what has come unless the last that fits has done so.</summary>
    private async ValueTask LingerAsync(Batch batch)
    {
        if (sink.MaxBatchRecords > 1)
        {
            await Task.WhenAny(Task.Delay(_linger, _timeProvider), batch.Begun).ConfigureAwait(false);
            Close(batch);
        }

        await batch.DeliverAsync(sink).ConfigureAwait(false);
    }

    private (Batch Batch, int Place) Join(StreamRecord record)
    {
        lock (_gate)
        {
            var batch = _open ??= new Batch();
            var place = batch.Add(record);
            if (place == sink.MaxBatchRecords - 1)
            {
                _open = null;
            }

            return (batch, place);
        }
    }

    private void Close(Batch batch)
    {
        lock (_gate)
        {
            if (_open == batch)
            {
                _open = null;
            }
        }
    }

    /// <summary>Changes that are delivered together.</summary>
    private sealed class Batch
    {
        private readonly List<StreamRecord> _records = [];
        private readonly TaskCompletionSource _begun = new();
        private readonly TaskCompletionSource<Exception?[]> _delivered = new();
        private int _isBegun;

        /// <summary>Ends when the delivery begins.</summary>
        public Task Begun => _begun.Task;

        /// <summary>Adds a change while the batch is open.</summary>
        public int Add(StreamRecord record)
        {
            _records.Add(record);
            return _records.Count - 1;
        }

        /// <summary>
        /// Delivers the changes, once. The token of one of them does not end it for the others; a sink bounds its own requests.
        /// </summary>
        public async ValueTask DeliverAsync(IStreamSink sink)
        {
            if (Interlocked.Exchange(ref _isBegun, 1) != 0)
            {
                return;
            }

            _begun.TrySetResult();
            var reasons = new Exception?[_records.Count];
            try
            {
                foreach (var undelivered in await sink.DeliverAsync(_records, CancellationToken.None).ConfigureAwait(false))
                {
                    reasons[undelivered.Index] = undelivered.Reason;
                }
            }
            catch (Exception exception)
            {
                Array.Fill(reasons, exception);
            }

            _delivered.TrySetResult(reasons);
        }

        /// <exception cref="UndeliveredException">The change was not delivered.</exception>
        public async ValueTask ResultAsync(int place, CancellationToken cancellationToken)
        {
            var reasons = await _delivered.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (reasons[place] is { } reason)
            {
                throw new UndeliveredException(reason);
            }
        }
    }
}
