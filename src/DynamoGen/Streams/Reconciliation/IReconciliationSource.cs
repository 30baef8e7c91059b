namespace DynamoGen.Streams.Reconciliation;

/// <summary>Tells what a derived state should be, from the items that it is derived from.</summary>
/// <typeparam name="TDocument">What is derived from an item.</typeparam>
public interface IReconciliationSource<TDocument>
{
    /// <summary>What should be there, of all items. What is written meanwhile may be seen or not.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    IAsyncEnumerable<DerivedEntry<TDocument>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>What should be there of one item, by a strongly consistent read.</summary>
    /// <param name="entry">The entry as the scan or the derived state has it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null where nothing should be there.</returns>
    ValueTask<DerivedEntry<TDocument>?> ReadAsync(DerivedEntry<TDocument> entry, CancellationToken cancellationToken);
}
