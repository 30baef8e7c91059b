using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing;

/// <summary>Makes something of events: a view, a search document, a notification. A <c>ProjectionRunner</c> feeds it, live and by replay alike.</summary>
/// <typeparam name="TStored">The entity of stored events.</typeparam>
public interface IProjection<in TStored>
    where TStored : StoredEvent
{
    /// <summary>Its name, by which its checkpoint and its fences are stored. Give it a new one to build it anew.</summary>
    string Name { get; }

    /// <summary>Applies one event, which is the next of its stream.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// Up to 99 writes, on other items than the projection's fence, which are applied together with the fence: once, whatever happens. What the method does
    /// otherwise is done at least once, and must have the same effect when it is done again; return no action then.
    /// </returns>
    ValueTask<IReadOnlyCollection<WriteAction>> ApplyAsync(TStored stored, CancellationToken cancellationToken);
}
