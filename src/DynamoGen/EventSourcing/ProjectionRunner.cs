using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>
/// Feeds a projection with each event once in effect and in the order of its stream, whichever way it comes: from a replay, from a handler of the change
/// stream, or from both at once. A fence for each stream holds the version that was applied last; what is at or below it is skipped, and what is missing below
/// an event is read first.
/// </summary>
/// <typeparam name="TStored">The entity of stored events.</typeparam>
/// <typeparam name="TMark">The entity of marks.</typeparam>
/// <param name="projection">The projection.</param>
/// <param name="events">The repository of stored events.</param>
/// <param name="marks">The repository of the marks: the projection's fences and its checkpoint.</param>
/// <param name="transactions">Sends the projection's writes together with the fence.</param>
/// <param name="timeProvider">Times the pauses between attempts; null for the system's clock.</param>
public sealed class ProjectionRunner<TStored, TMark>(
    IProjection<TStored> projection,
    IEventRepository<TStored> events,
    IEventMarkRepository<TMark> marks,
    ITransactions transactions,
    TimeProvider? timeProvider = null)
    where TStored : StoredEvent
    where TMark : EventMark, new()
{
    private const int MaxAttempts = 20;
    private const char Separator = '|';

    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly string _name = projection.Name.Contains(Separator, StringComparison.Ordinal)
        ? throw new ArgumentException($"The name of a projection cannot contain '{Separator}'.", nameof(projection))
        : projection.Name;

    /// <summary>
    /// Applies an event, and before it what the projection lacks of its stream. A handler of the change stream calls it with each inserted event.
    /// </summary>
    /// <param name="stored">The event.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was applied by this call; false where it was applied before.</returns>
    /// <exception cref="TransactionFailedException">The condition of one of the projection's own writes does not hold; nothing was written.</exception>
    /// <exception cref="ConflictException">Other writers of the projection's items won each time.</exception>
    public async ValueTask<bool> ApplyAsync(TStored stored, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        for (var attempt = 1; ; attempt++)
        {
            var fence = await marks.Get(EventMarkKind.Fence, FenceOf(stored), 0, cancellationToken).ConfigureAwait(false);
            var applied = fence?.Version ?? 0;
            if (applied >= stored.Version)
            {
                return false;
            }

            if (await TryCatchUpAsync(stored, applied, attempt, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }

            await RacePause.WaitAsync(attempt, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Applies all events behind the projection's checkpoint that a replay yields, moves the checkpoint, and ends.</summary>
    /// <param name="replay">The replay.</param>
    /// <param name="start">Where to begin while the projection has no checkpoint.</param>
    /// <param name="checkpointEvery">So many events move the checkpoint; the end of the replay does too.</param>
    /// <param name="cancellationToken">Ends the call; the events since the last checkpoint are read again next time, and skipped by their fences.</param>
    /// <returns>The new checkpoint.</returns>
    public async ValueTask<EventPosition> ReplayAsync(
        EventReplay<TStored> replay, EventPosition start, int checkpointEvery = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replay);
        ArgumentOutOfRangeException.ThrowIfLessThan(checkpointEvery, 1);
        var position = await GetCheckpointAsync(cancellationToken).ConfigureAwait(false) ?? start;
        var since = 0;
        await foreach (var stored in replay.ReadAsync(position, cancellationToken).ConfigureAwait(false))
        {
            await ApplyAsync(stored, cancellationToken).ConfigureAwait(false);
            position = stored.Position;
            if (++since % checkpointEvery == 0)
            {
                await MoveCheckpointAsync(position, cancellationToken).ConfigureAwait(false);
            }
        }

        if (since % checkpointEvery != 0)
        {
            await MoveCheckpointAsync(position, cancellationToken).ConfigureAwait(false);
        }

        return position;
    }

    /// <summary>How far the projection has come in the replay; null where it has not begun.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<EventPosition?> GetCheckpointAsync(CancellationToken cancellationToken = default) =>
        (await marks.Get(EventMarkKind.Checkpoint, _name, 0, cancellationToken).ConfigureAwait(false))?.Text is { } text ? EventPosition.Parse(text) : null;

    private ValueTask MoveCheckpointAsync(EventPosition position, CancellationToken cancellationToken) =>
        marks.Put(new TMark { Kind = EventMarkKind.Checkpoint, Name = _name, Text = position.ToString() }, cancellationToken);

    /// <summary>Applies what is missing of the stream and the event itself; false where another runner came first.</summary>
    private async ValueTask<bool> TryCatchUpAsync(TStored stored, long applied, int attempt, CancellationToken cancellationToken)
    {
        if (applied < stored.Version - 1)
        {
            var count = checked((int)(stored.Version - 1 - applied));
            var missing = StreamReads.ForwardAsync(events, stored.StreamId, applied + 1, count, _timeProvider, cancellationToken);
            await foreach (var earlier in missing.ConfigureAwait(false))
            {
                if (!await TryApplyAsync(earlier, attempt, cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
        }

        return await TryApplyAsync(stored, attempt, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> TryApplyAsync(TStored stored, int attempt, CancellationToken cancellationToken)
    {
        var actions = await projection.ApplyAsync(stored, cancellationToken).ConfigureAwait(false);
        try
        {
            await transactions.WriteAsync([Fence(stored), .. actions], cancellationToken: cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TransactionFailedException failed) when (failed.Failures.Any(IsFence))
        {
            return false;
        }
        catch (Exception exception) when (exception is ConflictException or OutcomeUnknownException && attempt < MaxAttempts)
        {
            // The fence says what became of it.
            return false;
        }
    }

    private static bool IsFence(FailedAction failure) => failure is { Slot: 0, Reason: TransactionFailureReason.ConditionFailed };

    private WriteAction Fence(TStored stored)
    {
        var mark = new TMark { Kind = EventMarkKind.Fence, Name = FenceOf(stored), StreamId = stored.StreamId, Version = stored.Version };
        return stored.Version == 1 ? marks.CreateAction(mark) : marks.ReplaceAction(mark, stored.Version - 1);
    }

    private string FenceOf(TStored stored) => $"{_name}{Separator}{stored.StreamId}";
}
