namespace DynamoGen.EventSourcing;

/// <summary>An event to append.</summary>
/// <typeparam name="TEvent">The events.</typeparam>
/// <param name="Id">
/// Its id. Give the same one when the append is repeated, so make it once for each intent: where a command comes in, not where it is tried.
/// </param>
/// <param name="Event">What happened.</param>
public sealed record NewEvent<TEvent>(Guid Id, TEvent Event)
    where TEvent : class
{
    /// <summary>The tags by which <see cref="EventQuery"/> finds it; each is an action of the transaction, and an item of its own.</summary>
    public IReadOnlyCollection<string> Tags { get; init; } = [];
}
