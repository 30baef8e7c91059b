using System.Runtime.ExceptionServices;
using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>
/// One append. An attempt reads the last event, so that the version it writes follows without a gap and its time is not before it, and writes all events where
/// there is none: who comes second is refused as a whole.
/// </summary>
internal sealed class EventAppend<TStored, TEvent, TMark>(EventStoreParts<TStored, TMark> parts, AppendRequest<TEvent> request)
    where TStored : StoredEvent<TEvent>, new()
    where TEvent : class
    where TMark : EventMark, new()
{
    private readonly RepeatedAppend<TStored, TEvent, TMark> _repeats = new(parts, request);

    public async ValueTask<AppendResult> RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The first event has no predecessor to read; if there is one, the write is refused.
            var isBlind = attempt == 1 && request.Expected == ExpectedVersion.NoStream;
            var latest = isBlind ? null : await parts.LatestAsync(request.StreamId, cancellationToken).ConfigureAwait(false);
            var version = latest?.LastOfBatch ?? 0;
            if (!request.Expected.Allows(version))
            {
                return await _repeats.FindAsync(cancellationToken).ConfigureAwait(false)
                    ?? throw new ConcurrencyException(request.StreamId, request.Expected, version);
            }

            var batch = await PrepareAsync(latest, cancellationToken).ConfigureAwait(false);
            if (await TryWriteAsync(batch, cancellationToken).ConfigureAwait(false) is not { } failure)
            {
                return new AppendResult(version + 1, version + batch.Stored.Count, WasRepeated: false);
            }

            if (failure.MayBeRepeat && await _repeats.FindAsync(cancellationToken).ConfigureAwait(false) is { } repeated)
            {
                return repeated;
            }

            await ThrowIfOverAsync(failure, attempt, cancellationToken).ConfigureAwait(false);
            await RacePause.WaitAsync(attempt, parts.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ThrowIfOverAsync(AppendFailure failure, int attempt, CancellationToken cancellationToken)
    {
        if (failure.Changed is { } pair)
        {
            throw new BoundaryChangedException(pair.Type, pair.Tag);
        }

        if (failure.Exception is OutcomeUnknownException && !_repeats.CanTell)
        {
            ExceptionDispatchInfo.Throw(failure.Exception);
        }

        if (attempt < parts.Options.MaxAttempts)
        {
            return;
        }

        if (!failure.LostRace)
        {
            ExceptionDispatchInfo.Throw(failure.Exception);
        }

        var actual = await parts.LatestAsync(request.StreamId, cancellationToken).ConfigureAwait(false);
        throw new ConcurrencyException(request.StreamId, request.Expected, actual?.LastOfBatch ?? 0, failure.Exception);
    }

    private async ValueTask<AppendBatch<TStored>> PrepareAsync(TStored? latest, CancellationToken cancellationToken)
    {
        var now = parts.TimeProvider.GetUtcNow();
        var recordedAt = latest is not null && latest.RecordedAt > now ? latest.RecordedAt : now;
        var version = latest?.LastOfBatch ?? 0;
        var stored = request.Events.Select((entry, index) => _repeats.Store(entry, index, version + index + 1, recordedAt)).ToArray();
        var ids = parts.Options.MarkEventIds ? stored.Select(Id) : [];
        return new AppendBatch<TStored>(stored, [.. ids], await PlacesAsync(stored, cancellationToken).ConfigureAwait(false));
    }

    private WriteAction Id(TStored stored) => parts.Marks.CreateAction(new TMark
    {
        Kind = EventMarkKind.EventId,
        Name = parts.NameOf(stored.EventId),
        StreamId = stored.StreamId,
        Version = stored.Version,
    });

    private async ValueTask<List<(TagStreamName Pair, WriteAction Action)>> PlacesAsync(TStored[] stored, CancellationToken cancellationToken)
    {
        var places = new List<(TagStreamName, WriteAction)>();
        var last = new Dictionary<TagStreamName, long>();
        foreach (var (entry, pair) in stored.Zip(request.Tags).SelectMany(static both => both.Second.Select(pair => (both.First, pair))))
        {
            if (!last.TryGetValue(pair, out var number) && request.Condition?.Seen.TryGetValue(pair, out number) != true)
            {
                number = await parts.LastNumberAsync(pair, cancellationToken).ConfigureAwait(false);
            }

            last[pair] = number + 1;
            places.Add((pair, parts.Marks.CreateAction(new TMark
            {
                Kind = EventMarkKind.Tag,
                Name = pair.MarkName,
                Number = number + 1,
                StreamId = entry.StreamId,
                Version = entry.Version,
            })));
        }

        places.AddRange(request.Untouched.Select(pair =>
            (pair, parts.Marks.DeleteAbsentAction(EventMarkKind.Tag, pair.MarkName, request.Condition!.Seen[pair] + 1))));
        return places;
    }

    private async ValueTask<AppendFailure?> TryWriteAsync(AppendBatch<TStored> batch, CancellationToken cancellationToken)
    {
        try
        {
            await (batch.IsSingle
                ? parts.Events.Create(batch.Stored[0], cancellationToken)
                : parts.Transactions.WriteAsync(
                    [.. batch.Stored.Select(parts.Events.CreateAction), .. batch.Ids, .. batch.Places.Select(static place => place.Action)],
                    cancellationToken: cancellationToken)).ConfigureAwait(false);
            return null;
        }
        catch (ConditionFailedException refused)
        {
            return new AppendFailure(refused, MayBeRepeat: false, LostRace: true);
        }
        catch (ConflictException refused)
        {
            return new AppendFailure(refused, MayBeRepeat: false, LostRace: true);
        }
        catch (OutcomeUnknownException unknown)
        {
            return new AppendFailure(unknown, MayBeRepeat: true, LostRace: false);
        }
        catch (TransactionFailedException refused) when (refused.Failures.Count > 0 && refused.Failures.All(IsRace))
        {
            return Describe(batch, refused);
        }
    }

    /// <summary>A mark or event that is there already is a failed condition; of a throttled slot nothing is known, and it may be sent again.</summary>
    private static bool IsRace(FailedAction failure) => failure.Reason
        is TransactionFailureReason.ConditionFailed or TransactionFailureReason.Conflict or TransactionFailureReason.Throttled;

    private AppendFailure Describe(AppendBatch<TStored> batch, TransactionFailedException refused)
    {
        var slots = refused.Failures.Where(static failure => failure.Reason == TransactionFailureReason.ConditionFailed).Select(static failure => failure.Slot);
        TagStreamName? changed = null;
        var isTaken = false;
        foreach (var slot in slots)
        {
            isTaken |= batch.IsId(slot);
            changed ??= batch.PairOf(slot) is { } pair && request.Condition?.Seen.ContainsKey(pair) == true ? pair : null;
        }

        return new AppendFailure(refused, MayBeRepeat: isTaken || changed is not null, LostRace: true, changed);
    }
}
