namespace DynamoGen.EventSourcing;

/// <summary>What an <see cref="EventMark"/> marks. The names are part of stored keys.</summary>
public enum EventMarkKind
{
    /// <summary>That an event's id is taken, and where the event is.</summary>
    EventId,

    /// <summary>An event of a type with a tag: one entry of the stream of both.</summary>
    Tag,

    /// <summary>How far a projection has come in the replay of all streams.</summary>
    Checkpoint,

    /// <summary>The last version of a stream that a projection has applied.</summary>
    Fence,
}
