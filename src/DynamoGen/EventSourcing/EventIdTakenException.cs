namespace DynamoGen.EventSourcing;

/// <summary>
/// The id of an event to append is that of another one: of another stream, another content, or in another batch. Nothing was written. An append that is
/// repeated must have the same events in the same order.
/// </summary>
public sealed class EventIdTakenException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="eventId">The id.</param>
    public EventIdTakenException(Guid eventId)
        : base("The id of an event to append is that of another event.") => EventId = eventId;

    /// <summary>The id. No message shows it.</summary>
    public Guid EventId { get; }
}
