namespace DynamoGen.Streams.Fences;

/// <summary>
/// Remembers for each handler and item up to which change it has been handled, so that what comes again, or late from a worker that has lost its shard, has
/// no second effect.
/// </summary>
/// <remarks>
/// All workers of a handler need one fence. Where each had one of its own, one that is given an older change again would undo a newer one, and the worker
/// that handled the newer one before would not repeat it.
/// <para>
/// A fence alone narrows what can happen twice to a crash between the effect and the fence. An effect that is written to DynamoDB can be in one transaction
/// with it: see <see cref="StreamFence.ApplyAsync"/>.
/// </para>
/// </remarks>
public interface IStreamFence
{
    /// <summary>Whether a change, or a later one of its item, has been handled.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<bool> HasPassedAsync(string handler, StreamChange change, CancellationToken cancellationToken = default);

    /// <summary>Remembers that a change has been handled; nothing where a later one of its item has.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask PassAsync(string handler, StreamChange change, CancellationToken cancellationToken = default);
}
