using System.Runtime.CompilerServices;

namespace DynamoGen.Streams.Reconciliation;

/// <summary>A materialised view, the items of an entity in a table of your own, by access patterns of its repository.</summary>
/// <typeparam name="TView">The entity of the view.</typeparam>
/// <param name="entryOf">The id and the version of the view's items.</param>
/// <param name="scan">Reads all items of the view.</param>
/// <param name="read">Reads the item of the view with the key of the one given, by a strongly consistent read; null where there is none.</param>
/// <param name="write">Puts an item on the condition that none of a newer version is there; returns whether it did.</param>
/// <param name="delete">Deletes an item on the condition that none of a newer version is there; returns whether it did.</param>
public sealed class ViewStore<TView>(
    Func<TView, DerivedEntry<TView>> entryOf,
    Func<CancellationToken, IAsyncEnumerable<TView>> scan,
    Func<TView, CancellationToken, ValueTask<TView?>> read,
    Func<TView, CancellationToken, ValueTask<bool>> write,
    Func<TView, CancellationToken, ValueTask<bool>> delete) : IDerivedStore<TView>
    where TView : class
{
    /// <inheritdoc/>
    public int MaxReadEntries => 25;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DerivedEntry<TView>?>> ReadAsync(
        IReadOnlyList<DerivedEntry<TView>> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return await Task.WhenAll(entries.Select(entry => ReadAsync(entry, cancellationToken))).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DerivedEntry<TView>> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var view in scan(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return entryOf(view);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> WriteAsync(DerivedEntry<TView> entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return write(entry.Document, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(DerivedEntry<TView> entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return delete(entry.Document, cancellationToken);
    }

    private async Task<DerivedEntry<TView>?> ReadAsync(DerivedEntry<TView> entry, CancellationToken cancellationToken) =>
        await read(entry.Document, cancellationToken).ConfigureAwait(false) is { } view ? entryOf(view) : null;
}
