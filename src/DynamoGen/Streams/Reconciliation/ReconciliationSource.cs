using System.Runtime.CompilerServices;

namespace DynamoGen.Streams.Reconciliation;

/// <summary>The items of an entity as a source, by access patterns of its repository.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <typeparam name="TDocument">What is derived from an item.</typeparam>
/// <param name="scan">Reads all items, such as by a scan that <c>[AllowScan]</c> allows.</param>
/// <param name="read">Finds the item of what is derived from it, by a strongly consistent read (<c>[ConsistentRead]</c>).</param>
/// <param name="derive">Derives from an item what its sink does; null where nothing is to be there.</param>
public sealed class ReconciliationSource<TEntity, TDocument>(
    Func<CancellationToken, IAsyncEnumerable<TEntity>> scan,
    Func<TDocument, CancellationToken, ValueTask<TEntity?>> read,
    Func<TEntity, DerivedEntry<TDocument>?> derive) : IReconciliationSource<TDocument>
    where TEntity : class
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<DerivedEntry<TDocument>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in scan(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (derive(item) is { } entry)
            {
                yield return entry;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<DerivedEntry<TDocument>?> ReadAsync(DerivedEntry<TDocument> entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return await read(entry.Document, cancellationToken).ConfigureAwait(false) is { } item ? derive(item) : null;
    }
}
