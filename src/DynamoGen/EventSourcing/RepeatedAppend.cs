namespace DynamoGen.EventSourcing;

/// <summary>
/// Finds the events of an append where they are stored already, by the marks of their ids, or without marks at the versions that the append expects.
/// </summary>
internal sealed class RepeatedAppend<TStored, TEvent, TMark>(EventStoreParts<TStored, TMark> parts, AppendRequest<TEvent> request)
    where TStored : StoredEvent<TEvent>, new()
    where TEvent : class
    where TMark : EventMark, new()
{
    /// <summary>Whether it can be told if the events are stored.</summary>
    public bool CanTell => parts.Options.MarkEventIds || request.Expected.Version is not null;

    /// <summary>Where the events are, or null where none of them is stored.</summary>
    /// <exception cref="EventIdTakenException">Other events have their ids.</exception>
    public ValueTask<AppendResult?> FindAsync(CancellationToken cancellationToken) =>
        parts.Options.MarkEventIds ? FindMarkedAsync(cancellationToken)
        : request.Expected.Version is { } version ? FindAsync(version + 1, isMarked: false, cancellationToken)
        : ValueTask.FromResult<AppendResult?>(null);

    /// <summary>An event as it is stored.</summary>
    public TStored Store(NewEvent<TEvent> entry, int index, long version, DateTimeOffset recordedAt) => new()
    {
        StreamId = request.StreamId,
        Version = version,
        LastOfBatch = version - index + request.Events.Count - 1,
        EventId = entry.Id,
        RecordedAt = recordedAt,
        Period = parts.Options.PeriodOf(recordedAt),
        Tags = [.. request.Tags[index].Select(static pair => pair.Tag)],
        Event = entry.Event,
    };

    private async ValueTask<AppendResult?> FindMarkedAsync(CancellationToken cancellationToken)
    {
        var reads = request.Events.Select(entry => parts.Marks.GetAction(EventMarkKind.EventId, parts.NameOf(entry.Id), 0));
        var marks = await parts.ReadTogetherAsync([.. reads], cancellationToken).ConfigureAwait(false);
        if (marks.All(static mark => mark is null))
        {
            return null;
        }

        var first = marks[0]?.Version ?? 0;
        for (var index = 0; index < marks.Count; index++)
        {
            // Some of a batch, another stream or another order: it is not the same append.
            if (marks[index] is not { } mark || mark.StreamId != request.StreamId || mark.Version != first + index)
            {
                var taken = marks[index] is null ? request.Events.Zip(marks).First(static both => both.Second is not null).First : request.Events[index];
                throw new EventIdTakenException(taken.Id);
            }
        }

        return await FindAsync(first, isMarked: true, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<AppendResult?> FindAsync(long first, bool isMarked, CancellationToken cancellationToken)
    {
        var last = first + request.Events.Count - 1;
        var index = 0;
        var read = StreamReads.ForwardAsync(parts.Events, request.StreamId, first, request.Events.Count, parts.TimeProvider, cancellationToken);
        await foreach (var stored in read.ConfigureAwait(false))
        {
            var entry = request.Events[index];
            if (stored.EventId != entry.Id && !isMarked && index == 0)
            {
                return null;
            }

            if (stored.EventId != entry.Id || !IsSame(stored, entry, index))
            {
                throw new EventIdTakenException(entry.Id);
            }

            index++;
        }

        return index == request.Events.Count ? new AppendResult(first, last, WasRepeated: true)
            : index == 0 ? null
            : throw new EventIdTakenException(request.Events[0].Id);
    }

    /// <summary>Compared is what is stored. Its period is its own, since the option may have changed, and its batch, of which these may be a part.</summary>
    private bool IsSame(TStored stored, NewEvent<TEvent> entry, int index)
    {
        var given = Store(entry, index, stored.Version, stored.RecordedAt) with
        {
            Period = stored.Period,
            LastOfBatch = stored.LastOfBatch,
        };
        return StoredAlike.Are(parts.Events.CreateAction(stored), parts.Events.CreateAction((TStored)given));
    }
}
