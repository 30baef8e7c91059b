namespace DynamoGen.Local;

/// <summary>A server that was started here and ends with this process at the latest.</summary>
internal abstract class RunningServer : IAsyncDisposable
{
    private int _disposed;

    protected RunningServer() => AppDomain.CurrentDomain.ProcessExit += OnProcessExit;

    public abstract DynamoDbLocalSource Source { get; }

    /// <summary>Where it listens; null until that is known.</summary>
    public abstract Uri? Endpoint { get; }

    public abstract int? ProcessId { get; }

    /// <summary>Waits until the server answers; false when it ended instead.</summary>
    public async Task<bool> AnswersAsync(HttpProbe probe, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        while (await IsRunningAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Endpoint is { } endpoint && await probe.AnswersAsync(endpoint, cancellationToken).ConfigureAwait(false))
            {
                // An answer of somebody else's server on the same port must not count for one that is gone.
                return await IsRunningAsync(cancellationToken).ConfigureAwait(false);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(25), timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    /// <summary>What the server wrote last.</summary>
    public abstract Task<string> ReadOutputAsync(CancellationToken cancellationToken);

    public static NotSupportedException CannotRollOver(DynamoDbLocalSource source) =>
        new($"Only the server of the npm package rolls shards over on request; this one is {source}.");

    /// <summary>Closes the open shard of every stream and opens a child of it.</summary>
    /// <exception cref="NotSupportedException">The server is run by a program that cannot be told to.</exception>
    public virtual Task RollOverShardsAsync(CancellationToken cancellationToken) => throw CannotRollOver(Source);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        await StopAsync().ConfigureAwait(false);
    }

    protected abstract Task<bool> IsRunningAsync(CancellationToken cancellationToken);

    /// <summary>Stops the server and waits until it is gone.</summary>
    protected abstract Task StopAsync();

    /// <summary>Stops the server from a handler that cannot await.</summary>
    protected abstract void StopAtExit();

    private void OnProcessExit(object? sender, EventArgs arguments) => StopAtExit();
}
