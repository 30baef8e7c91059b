using System.Threading.Channels;
using Amazon.DynamoDBv2.Model;
using DynamoGen.ItemKeys;
using DynamoGen.Requests;
using DynamoGen.Schema;

namespace DynamoGen.WriteBack;

/// <summary>Writes the older items of one entity back in the background, one after the other, within a rate.</summary>
internal sealed class WriteBackQueue : IDisposable
{
    private readonly UpcastSchema _schema;
    private readonly WriteBackOptions _options;
    private readonly WriteBackParts _parts;
    private readonly AccessPattern _pattern;
    private readonly Channel<Dictionary<string, AttributeValue>> _pending;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private int _isRunning;

    public WriteBackQueue(UpcastSchema schema, WriteBackOptions options, WriteBackParts parts)
    {
        (_schema, _options, _parts, _stopped) = (schema, options, parts, _stopping.Token);
        _pattern = new AccessPattern($"{schema.Entity}.WriteBack", DynamoOperation.UpdateItem, schema.Table);
        _pending = Channel.CreateBounded<Dictionary<string, AttributeValue>>(new BoundedChannelOptions(options.MaxPending) { SingleReader = true });
    }

    public double Share => _options.Share;

    /// <summary>Whether an item is one of the entity's, and older than its current version. An item without the entity's name may be another's.</summary>
    public bool Takes(Dictionary<string, AttributeValue> item) =>
        item.ContainsKey(_schema.Table.TypeAttribute) && StoredItemVersion.Of(_schema.Table, item, _schema.Entity) < _schema.Version;

    /// <summary>Takes an item to be written back, if not too many are waiting.</summary>
    public void Offer(Dictionary<string, AttributeValue> item)
    {
        if (!_pending.Writer.TryWrite(item))
        {
            _parts.Instruments.Count(_schema, WriteBackOutcome.Dropped);
            return;
        }

        if (Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            // The read that was the first is not what the writes are part of.
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(RunAsync);
            }
        }
    }

    /// <summary>Leaves the items that are waiting as they are.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var item in _pending.Reader.ReadAllAsync(_stopped).ConfigureAwait(false))
            {
                await WriteAsync(item).ConfigureAwait(false);
                await Task.Delay(TimeSpan.FromSeconds(1 / _options.MaxPerSecond), _parts.TimeProvider, _stopped).ConfigureAwait(false);
            }
        }
        catch (Exception) when (_stopped.IsCancellationRequested)
        {
            // The services end, and what a write uses with them.
        }
    }

    private async Task WriteAsync(Dictionary<string, AttributeValue> item)
    {
        try
        {
            _parts.Instruments.Count(_schema, await TryWriteAsync(item).ConfigureAwait(false));
        }
        catch (ConflictException)
        {
            _parts.Instruments.Count(_schema, WriteBackOutcome.Changed);
        }
        catch (Exception failure) when (!_stopped.IsCancellationRequested)
        {
            _parts.Instruments.Count(_schema, WriteBackOutcome.Failed);
            _parts.Logger.WriteBackFailed(_schema.Entity, _parts.Options.TableName(_schema.Table), failure.GetType().Name);
        }
    }

    private async ValueTask<WriteBackOutcome> TryWriteAsync(Dictionary<string, AttributeValue> item)
    {
        if (FailedCondition.HasExpired(_schema.Table.TimeToLive, item, _parts.TimeProvider.GetUtcNow()))
        {
            return WriteBackOutcome.Changed;
        }

        return UpcastRequest.Of(_schema, item) is not { } request ? WriteBackOutcome.Unfit
            : await _parts.Context.TryWriteAsync(_pattern, request, _stopped).ConfigureAwait(false) ? WriteBackOutcome.Written
            : WriteBackOutcome.Changed;
    }
}
