namespace DynamoGen.EventSourcing;

/// <summary>That no event which matches some queries was appended since they were read. <c>EventStore.ReadBoundaryAsync</c> returns it.</summary>
public sealed class BoundaryCondition
{
    internal BoundaryCondition(IReadOnlyDictionary<TagStreamName, long> seen) => Seen = seen;

    /// <summary>The last number that was seen of each pair of a type and a tag.</summary>
    internal IReadOnlyDictionary<TagStreamName, long> Seen { get; }

    /// <summary>How many pairs of a type and a tag it covers: each is an action of the transaction, unless one of the events has the pair.</summary>
    public int Pairs => Seen.Count;
}

/// <summary>What was read for a decision, and the condition under which it still holds.</summary>
/// <typeparam name="TStored">The entity of stored events.</typeparam>
/// <param name="Events">The events, each once, by time of recording, stream and version.</param>
/// <param name="Condition">That no more have come.</param>
public sealed record EventBoundary<TStored>(IReadOnlyList<TStored> Events, BoundaryCondition Condition)
    where TStored : StoredEvent;
