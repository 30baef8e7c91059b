using System.Runtime.CompilerServices;

namespace DynamoGen.EventSourcing;

/// <summary>
/// Reads the events of all streams, however old, by the index <c>events</c>: within a stream by version, across streams by time of recording, then stream and
/// version, merged over the shards of the index.
/// </summary>
/// <typeparam name="TStored">The entity of stored events.</typeparam>
/// <param name="events">The repository with the index.</param>
/// <param name="options">The options of the store; null for the defaults.</param>
/// <param name="timeProvider">Tells the time; null for the system's clock.</param>
/// <remarks>
/// The index is <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">eventually consistent</see>, and a write takes a while:
/// what is younger than <see cref="EventStoreOptions.SafetyLag"/> is not read yet.
/// </remarks>
public sealed class EventReplay<TStored>(IEventReplayRepository<TStored> events, EventStoreOptions? options = null, TimeProvider? timeProvider = null)
    where TStored : StoredEvent
{
    private readonly EventStoreOptions _options = (options ?? new EventStoreOptions()).Verified();
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>
    /// Reads the events behind a position, up to now less the safety lag, and ends. Call it again, behind the last event, for what came then.
    /// </summary>
    /// <param name="after">The position; <see cref="StoredEvent.Position"/> of an event is the one behind it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async IAsyncEnumerable<TStored> ReadAsync(EventPosition after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var until = _timeProvider.GetUtcNow() - _options.SafetyLag;
        var first = _options.PeriodOf(after.RecordedAt);

        // An index can be read from a time on, and not from an event on: those of the position's time are held until it is known on which side of it they are.
        var sameTime = new List<TStored>();
        for (var period = first; period <= until; period += _options.Period)
        {
            var from = period == first ? after.RecordedAt : (DateTimeOffset?)null;
            await foreach (var stored in events.OfPeriod(period, from, until).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (after.StreamId is not null && stored.RecordedAt == after.RecordedAt)
                {
                    sameTime.Add(stored);
                    if (stored.Position == after)
                    {
                        sameTime.Clear();
                    }

                    continue;
                }

                foreach (var held in sameTime)
                {
                    yield return held;
                }

                sameTime.Clear();
                yield return stored;
            }
        }

        foreach (var held in sameTime)
        {
            yield return held;
        }
    }
}
