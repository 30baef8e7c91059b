using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Consumers;

/// <summary>Reads one shard into its processor, page by page.</summary>
internal sealed class ShardReader(
    IStreamClient client, Lease lease, IShardProcessor processor, ShardProgress progress,
    StreamConsumerOptions options, StreamConsumerTelemetry telemetry, TimeProvider timeProvider)
{
    private readonly ReadPace _pace = new(options, timeProvider);
    private ShardStart _next = lease.Checkpoint.Start;
    private string? _iterator;
    private long _iteratorMade;
    private bool _isGone;

    private SequenceNumber? LastTaken => _next.Kind == ShardStartKind.AfterSequenceNumber ? _next.SequenceNumber : null;

    /// <summary>Reads until the shard's end or a token is cancelled.</summary>
    /// <param name="stop">Ends the reading; a page that is being taken is still taken.</param>
    /// <param name="isHeld">Whether the lease is held, asked before records are taken: a process can have been halted for any time.</param>
    /// <param name="handling">Ends the taking too.</param>
    /// <returns>Whether the shard is read to its end.</returns>
    /// <exception cref="TrimmedDataAccessException">Records are lost, and the options say that this ends the consumer.</exception>
    public async Task<bool> RunAsync(CancellationToken stop, Func<bool> isHeld, CancellationToken handling)
    {
        while (!stop.IsCancellationRequested && !handling.IsCancellationRequested)
        {
            await _pace.WaitAsync(stop).ConfigureAwait(false);
            switch (await TryReadAsync(stop).ConfigureAwait(false))
            {
                case { } page when !isHeld():
                    return false;
                case { } page:
                    await TakeAsync(page, handling).ConfigureAwait(false);
                    if (page.NextIterator is null)
                    {
                        return true;
                    }

                    _iterator = page.NextIterator;
                    break;
                case null when _isGone:
                    return true;
            }
        }

        return false;
    }

    private async ValueTask<RecordPage?> TryReadAsync(CancellationToken stop)
    {
        try
        {
            if (_iterator is null || timeProvider.GetElapsedTime(_iteratorMade) >= options.IteratorAge)
            {
                _iteratorMade = timeProvider.GetTimestamp();
                _iterator = await client.GetShardIteratorAsync(lease.StreamArn, lease.ShardId, _next, stop).ConfigureAwait(false);
            }

            var began = timeProvider.GetUtcNow();
            var page = await client.GetRecordsAsync(_iterator, options.PageSize, stop).ConfigureAwait(false);
            telemetry.PageRead(lease.StreamArn, lease.ShardId, began, page.Records.Count);
            return page;
        }
        catch (ExpiredIteratorException)
        {
            _iterator = null;
        }
        catch (TrimmedDataAccessException exception)
        {
            Trimmed(isGone: false, exception);
            _iterator = null;
            _next = ShardStart.TrimHorizon;
        }
        catch (StreamNotFoundException exception)
        {
            Trimmed(isGone: true, exception);
            _isGone = true;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            telemetry.Failed(lease.StreamArn, "read", exception);
            _iterator = null;
            _pace.FoundNothing();
        }

        return null;
    }

    private void Trimmed(bool isGone, Exception exception)
    {
        var shard = new TrimmedShard(lease.StreamArn, lease.ShardId, LastTaken, isGone);
        telemetry.Trimmed(shard);
        if (options.OnTrimmedData(shard) == TrimmedDataAction.Stop)
        {
            throw new TrimmedDataAccessException($"Records of shard {lease.ShardId} are lost, and the options say that this ends the consumer.", exception);
        }
    }

    private async ValueTask TakeAsync(RecordPage page, CancellationToken handling)
    {
        // A page that is answered again, as after a retry, has nothing new.
        var records = LastTaken is { } last ? [.. page.Records.Where(record => record.Change.SequenceNumber > last)] : page.Records;
        if (records.Count == 0)
        {
            progress.Behind = null;
            _pace.FoundNothing();
            return;
        }

        // Taking waits for room, which is when a lag matters most. A shard that ended has nothing newer.
        var newest = records[^1].Change;
        progress.Behind = page.NextIterator is null ? null : newest.Time;
        await processor.TakeAsync(records, handling).ConfigureAwait(false);
        _next = ShardStart.After(newest.SequenceNumber);
        telemetry.RecordsTaken(lease.StreamArn, records.Count);
        _pace.Found();
    }
}
