using System.Runtime.CompilerServices;
using DynamoGen.Serialization;
using DynamoGen.Streams.Failures;

namespace DynamoGen.Streams.Processing;

/// <summary>Handles one record: behind the fence, with its attempts, and put aside where they all fail.</summary>
/// <param name="handler">The handler.</param>
/// <param name="name">Its name.</param>
/// <param name="options">The fence, the attempts and where failed records go.</param>
/// <param name="timeProvider">Paces the attempts.</param>
/// <param name="giveUp">Whether a record that cannot be put aside is given up after the attempts, rather than tried on.</param>
/// <param name="failed">Is told of each attempt that fails; null for nobody.</param>
internal sealed class RecordHandling(
    IStreamHandler handler, string name, StreamProcessingOptions options, TimeProvider timeProvider, bool giveUp, Action<Exception>? failed = null)
{
    private readonly uint _origin = WriteOrigin.Of(name);

    /// <summary>Lets what the handler writes be known as its own, up to the end of the asynchronous method that calls this.</summary>
    public void Enter() => WriteOrigin.Enter(_origin);

    /// <summary>Handles a record.</summary>
    /// <returns>Null when it is done with; else why it is given up.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Exception?> HandleAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Exception failure;
            try
            {
                await AttemptAsync(record, cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                failure = exception;
                Tell(record, exception);
            }

            if (attempt >= options.MaxAttempts)
            {
                if (options.FailedRecords is { } store && await TryPutAsideAsync(store, record, failure, attempt, cancellationToken).ConfigureAwait(false))
                {
                    return null;
                }

                if (giveUp)
                {
                    return failure;
                }
            }

            await Task.Delay(Pause(attempt), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AttemptAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        if (options.Fence is not { } fence)
        {
            await handler.HandleAsync(record, cancellationToken).ConfigureAwait(false);
        }
        else if (!await fence.HasPassedAsync(name, record.Change, cancellationToken).ConfigureAwait(false))
        {
            await handler.HandleAsync(record, cancellationToken).ConfigureAwait(false);
            await fence.PassAsync(name, record.Change, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A store that fails leaves the record where it is: it is never skipped in silence.</summary>
    private async ValueTask<bool> TryPutAsideAsync(
        IFailedRecords store, StreamRecord record, Exception failure, int attempts, CancellationToken cancellationToken)
    {
        try
        {
            await store.AddAsync(new FailedRecord(name, record, failure, attempts, timeProvider.GetUtcNow()), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Tell(record, exception);
            return false;
        }
    }

    private void Tell(StreamRecord record, Exception failure)
    {
        failed?.Invoke(failure);
        options.OnFailure?.Invoke(record, failure);
    }

    private TimeSpan Pause(int attempt)
    {
        var factor = Math.Pow(2, Math.Min(attempt - 1, 30));
        var pause = options.RetryDelay.TotalMilliseconds * factor;
        return TimeSpan.FromMilliseconds(Math.Min(pause, options.LongestRetryDelay.TotalMilliseconds));
    }
}
