namespace DynamoGen.EventSourcing;

/// <summary>The access pattern by which all streams are replayed. It goes to a global index of the name <c>events</c>, which the table must have.</summary>
/// <typeparam name="TStored">The entity, with a <c>[Key("events", "…{Period}", "{RecordedAt}#{StreamId}#{Version}", Shards = n)]</c>.</typeparam>
public interface IEventReplayRepository<TStored>
    where TStored : StoredEvent
{
    /// <summary>Reads the events of a period, of all shards, by time of recording, stream and version.</summary>
    /// <param name="period">The beginning of the period.</param>
    /// <param name="from">The first time, or null for the beginning.</param>
    /// <param name="to">The last time, or null for the end.</param>
    [Index("events")]
    IAsyncEnumerable<TStored> OfPeriod(DateTimeOffset period, DateTimeOffset? from = null, DateTimeOffset? to = null);
}
