using System.Runtime.CompilerServices;
using DynamoGen.Serialization;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;

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
    public ValueTask<Exception?> HandleAsync(in StreamRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var first = Attempt(record, cancellationToken);
        if (first.IsCompletedSuccessfully)
        {
            first.GetAwaiter().GetResult();
            return default;
        }

        return HandleOnAsync(first, record, cancellationToken);
    }

    /// <summary>Handles a record whose first attempt is under way, or has failed.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Exception?> HandleOnAsync(ValueTask pending, StreamRecord record, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Exception failure;
            try
            {
                await pending.ConfigureAwait(false);
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
            cancellationToken.ThrowIfCancellationRequested();
            pending = Attempt(record, cancellationToken);
        }
    }

    /// <summary>Begins an attempt. What a handler throws before its first wait counts as what it throws later.</summary>
    private ValueTask Attempt(in StreamRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return options.Fence is { } fence ? BehindFenceAsync(fence, record, cancellationToken) : handler.HandleAsync(record, cancellationToken);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }

    private async ValueTask BehindFenceAsync(IStreamFence fence, StreamRecord record, CancellationToken cancellationToken)
    {
        if (!await fence.HasPassedAsync(name, record.Change, cancellationToken).ConfigureAwait(false))
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
