using DynamoGen.Timing;

namespace DynamoGen.Streams.Consumers;

/// <summary>When a shard is read next: at once after a full page, later and later while there is nothing, never too often.</summary>
internal sealed class ReadPace(StreamConsumerOptions options, TimeProvider timeProvider)
{
    private TimeSpan _interval = options.ReadInterval;
    private long? _last;

    /// <summary>Waits until the shard can be read again.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && _interval - timeProvider.GetElapsedTime(last) is var wait && wait > TimeSpan.Zero)
        {
            await timeProvider.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        _last = timeProvider.GetTimestamp();
    }

    /// <summary>There was something to read.</summary>
    public void Found() => _interval = options.ReadInterval;

    /// <summary>There was nothing, or the read failed.</summary>
    public void FoundNothing() => _interval = _interval * 2 < options.MaxIdleDelay ? _interval * 2 : options.MaxIdleDelay;
}
