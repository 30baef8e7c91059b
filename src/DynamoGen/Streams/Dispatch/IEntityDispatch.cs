using System.ComponentModel;
using DynamoGen.Regions.Conflicts;

namespace DynamoGen.Streams.Dispatch;

/// <summary>
/// A stream handler of several entities, which <see cref="StreamDispatch"/> tells what happened. The generator implements it for each class marked with
/// <see cref="StreamHandlerAttribute{TTable}"/>.
/// </summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IEntityDispatch<TSelf> : IStreamHandler
    where TSelf : class, IEntityDispatch<TSelf>
{
    /// <summary>What the handler handles.</summary>
    static abstract StreamHandlerSchema Schema { get; }

    /// <summary>Handles a new item, or one that took the place of an item of another entity.</summary>
    /// <param name="entity">The entity's name as the item carries it; empty where it carries none, or the stream no image.</param>
    /// <param name="record">The change.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ValueTask InsertedAsync(ReadOnlySpan<byte> entity, StreamRecord record, CancellationToken cancellationToken);

    /// <summary>Handles an item that differs from what it was.</summary>
    /// <param name="entity">The entity's name as the item carries it; empty where it carries none, or the stream no image.</param>
    /// <param name="record">The change.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ValueTask ModifiedAsync(ReadOnlySpan<byte> entity, StreamRecord record, CancellationToken cancellationToken);

    /// <summary>Handles an item that is gone, or whose place one of another entity took.</summary>
    /// <param name="entity">The entity's name as the item carried it; empty where it carried none, or the stream no image.</param>
    /// <param name="record">The change.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ValueTask RemovedAsync(ReadOnlySpan<byte> entity, StreamRecord record, CancellationToken cancellationToken);

    /// <summary>Handles a lost update, behind <see cref="ModifiedAsync"/>: a write that did not know the item before the change has overwritten it.</summary>
    /// <param name="entity">The entity's name as the item carries it.</param>
    /// <param name="record">The change.</param>
    /// <param name="context">What is known of both writes.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ValueTask ConflictedAsync(ReadOnlySpan<byte> entity, StreamRecord record, ConflictContext context, CancellationToken cancellationToken) => default;
}
