namespace DynamoGen.EventSourcing;

/// <summary>What every stored event has, whatever happened. Derive an entity from <see cref="StoredEvent{TEvent}"/>; the store sets all of it.</summary>
/// <remarks>An event is an item of its own and is never changed or deleted: what the store promises rests on that.</remarks>
public abstract record StoredEvent
{
    /// <summary>The stream.</summary>
    public string StreamId { get; init; } = string.Empty;

    /// <summary>The place in the stream: 1 for the first event, and one more for each that follows, without a gap.</summary>
    public long Version { get; init; }

    /// <summary>
    /// The version of the last event that was appended together with it. A read in the middle of a commit may find some events of a batch before the others,
    /// and sees by it that more are coming.
    /// </summary>
    public long LastOfBatch { get; init; }

    /// <summary>The event's own id, by which it is known when it is appended again.</summary>
    public Guid EventId { get; init; }

    /// <summary>
    /// When it was recorded, by the clock of the process that appended it, but never before the event that precedes it in its stream. It is stamped before
    /// the write, so that the event can be read somewhat later.
    /// </summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The beginning of the <see cref="EventStoreOptions.Period"/> of <see cref="RecordedAt"/>: the partition of the index for replay.</summary>
    public DateTimeOffset Period { get; init; }

    /// <summary>The tags by which <see cref="EventQuery"/> finds it, each once, in ordinal order.</summary>
    [OmitDefault]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The place in the replay of all streams.</summary>
    [Ignore]
    public EventPosition Position => new(RecordedAt, StreamId, Version);
}

/// <summary>The base of an entity for stored events.</summary>
/// <typeparam name="TEvent">The events, as a rule a <see cref="PolymorphicAttribute">[Polymorphic]</see> record.</typeparam>
/// <example>
/// <code>
/// [Entity&lt;Ledger&gt;]
/// [Key("STREAM#{StreamId}", "{Version}")]
/// [Key("events", "EVENTS#{Period}", "{RecordedAt}#{StreamId}#{Version}", Shards = 8)]     // only for replay
/// public sealed partial record StoredOrderEvent : StoredEvent&lt;OrderEvent&gt;;
/// </code>
/// </example>
public abstract record StoredEvent<TEvent> : StoredEvent
    where TEvent : class
{
    /// <summary>What happened.</summary>
    public TEvent Event { get; init; } = null!;
}
