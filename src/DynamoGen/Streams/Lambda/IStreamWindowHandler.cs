namespace DynamoGen.Streams.Lambda;

/// <summary>Gathers the changes of a tumbling window into a state, which AWS Lambda keeps between the events of the window.</summary>
/// <typeparam name="TState">The state, which is stored as JSON of at most 1 MB.</typeparam>
public interface IStreamWindowHandler<TState>
    where TState : class
{
    /// <summary>Adds a change to the state.</summary>
    /// <param name="state">The state so far; null at the window's first change.</param>
    /// <param name="record">The change.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    /// <returns>The state with the change.</returns>
    ValueTask<TState> AddAsync(TState? state, StreamRecord record, CancellationToken cancellationToken);

    /// <summary>Takes the state of a window that has ended. It can come more than once for a window.</summary>
    /// <param name="state">The state; null where the window had no change.</param>
    /// <param name="window">The window.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    ValueTask CompleteAsync(TState? state, StreamWindow window, CancellationToken cancellationToken);
}
