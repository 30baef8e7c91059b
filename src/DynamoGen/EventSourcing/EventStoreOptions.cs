namespace DynamoGen.EventSourcing;

/// <summary>How an event store writes and replays. All processes that share a store have the same.</summary>
public sealed class EventStoreOptions
{
    /// <summary>
    /// Whether each event's id gets a mark, an item of its own in the same transaction, so that an id exists once in the whole store and a repeated append is
    /// known whatever version it expects. True unless set. Without marks, an append of one event is one conditional put, a batch has up to 100 events, and a
    /// repeated append is known only where it expects an exact version or no stream.
    /// </summary>
    public bool MarkEventIds { get; init; } = true;

    /// <summary>How often one append is tried when others race with it, with growing random pauses; 20 unless set, at least 1.</summary>
    public int MaxAttempts { get; init; } = 20;

    /// <summary>
    /// How long the events of one partition of the index for replay are recorded, counted from the year 1 in UTC: a day unless set, at least a minute. It is
    /// stored in every event, and must stay what it is once there are events.
    /// </summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How old an event must be before a replay yields it: 30 s unless set. It must be more than the sum of what a write takes with all its retries, the
    /// difference of the clocks of the processes that append, and the delay of the index. An event that comes later still is behind the position of the replay,
    /// and missed by it.
    /// </summary>
    public TimeSpan SafetyLag { get; init; } = TimeSpan.FromSeconds(30);

    internal DateTimeOffset PeriodOf(DateTimeOffset time)
    {
        var ticks = time.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % Period.Ticks), TimeSpan.Zero);
    }

    internal EventStoreOptions Verified()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1, nameof(MaxAttempts));
        ArgumentOutOfRangeException.ThrowIfLessThan(Period, TimeSpan.FromMinutes(1), nameof(Period));
        ArgumentOutOfRangeException.ThrowIfLessThan(SafetyLag, TimeSpan.Zero, nameof(SafetyLag));
        return this;
    }
}
