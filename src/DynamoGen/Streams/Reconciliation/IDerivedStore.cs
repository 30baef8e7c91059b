namespace DynamoGen.Streams.Reconciliation;

/// <summary>A state that is derived from the items of a table, as a <see cref="Reconciler{TDocument}"/> reads and repairs it.</summary>
/// <typeparam name="TDocument">What is derived from an item.</typeparam>
public interface IDerivedStore<TDocument>
{
    /// <summary>The most entries that are read at once.</summary>
    int MaxReadEntries { get; }

    /// <summary>Reads entries as they are now: what was written before the call is seen.</summary>
    /// <param name="entries">Entries of the same ids, as they should be or have been.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>For each entry that of the store, or null.</returns>
    ValueTask<IReadOnlyList<DerivedEntry<TDocument>?>> ReadAsync(
        IReadOnlyList<DerivedEntry<TDocument>> entries, CancellationToken cancellationToken);

    /// <summary>Reads all entries, in any order. What is written meanwhile may be seen or not.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    IAsyncEnumerable<DerivedEntry<TDocument>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Writes an entry unless the store has a newer version of it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where a newer version is there; nothing was written.</returns>
    ValueTask<bool> WriteAsync(DerivedEntry<TDocument> entry, CancellationToken cancellationToken);

    /// <summary>Deletes an entry unless the store has a newer version of it.</summary>
    /// <param name="entry">The entry as it was read.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where a newer version is there; nothing was deleted.</returns>
    ValueTask<bool> DeleteAsync(DerivedEntry<TDocument> entry, CancellationToken cancellationToken);
}
