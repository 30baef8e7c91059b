namespace DynamoGen.EventSourcing;

/// <summary>
/// The base of the small entity that an event store keeps beside its events: ids of events, places in the streams of tags, checkpoints and fences of
/// projections. The store sets all of it.
/// </summary>
/// <example>
/// <code>
/// [Entity&lt;Ledger&gt;]
/// [Key("MARK#{Kind}#{Name}", "{Number}")]
/// public sealed partial record OrderMark : EventMark;
///
/// [Repository&lt;OrderMark&gt;]
/// public partial interface IOrderMarks : IEventMarkRepository&lt;OrderMark&gt;;
/// </code>
/// </example>
public abstract record EventMark
{
    /// <summary>What it marks.</summary>
    public EventMarkKind Kind { get; init; }

    /// <summary>Of what: an event's id, a type with a tag, a projection, a projection with a stream.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The place in the stream of a tag, from 1; 0 for all other kinds.</summary>
    public long Number { get; init; }

    /// <summary>The stream of the event, or null for a checkpoint.</summary>
    public string? StreamId { get; init; }

    /// <summary>The version of the event in its stream, or 0 for a checkpoint.</summary>
    public long Version { get; init; }

    /// <summary>The position of a checkpoint, or null.</summary>
    public string? Text { get; init; }
}
