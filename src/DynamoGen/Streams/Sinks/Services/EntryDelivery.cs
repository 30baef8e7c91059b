using DynamoGen.ItemKeys;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>Makes events of changes and delivers them in requests that are as full as the service allows.</summary>
internal sealed class EntryDelivery<TEvent>(
    IEntryProtocol<TEvent> protocol, EntityMap<TEvent?> events, SinkOptions<TEvent> options, ServiceClient client)
    where TEvent : class
{
    /// <inheritdoc cref="IStreamSink.DeliverAsync"/>
    public async ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var run = new EntryRun<TEvent>(protocol, options, client);
        for (var i = 0; i < records.Count; i++)
        {
            if (run.Broken is { } broken)
            {
                run.Fail(i, string.Empty, broken);
            }
            else if (await PrepareAsync(run, i, records[i], cancellationToken).ConfigureAwait(false) is { } entry)
            {
                if (!run.Fits(entry))
                {
                    await run.FlushAsync(cancellationToken).ConfigureAwait(false);
                }

                run.Add(entry);
            }
        }

        await run.FlushAsync(cancellationToken).ConfigureAwait(false);
        return run.Undelivered();
    }

    /// <summary>Makes the event of a change, if it has one. What fails there fails this change alone.</summary>
    private async ValueTask<Entry<TEvent>?> PrepareAsync(EntryRun<TEvent> run, int index, StreamRecord record, CancellationToken cancellationToken)
    {
        var change = record.Change;
        var item = string.Empty;
        try
        {
            item = protocol.KeepsOrder ? KeyText.Read(record.Keys.Span) : string.Empty;
            var image = record.NewImage.IsEmpty ? record.OldImage : record.NewImage;
            if (!events.TryMap(image, change, out var made) || made is null)
            {
                return null;
            }

            var size = protocol.SizeOf(made);
            if (size > options.MaxRequestBytes && options.WhenTooLarge is { } reduce)
            {
                made = await reduce(made, change, cancellationToken).ConfigureAwait(false);
                size = protocol.SizeOf(made);
            }

            return size <= options.MaxRequestBytes
                ? new Entry<TEvent>(index, made, change, item, size)
                : throw new EventTooLargeException(protocol.Operation.Service, size, options.MaxRequestBytes);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            run.Fail(index, item, exception);
            return null;
        }
    }
}
