using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Streams.Reconciliation;

namespace DynamoGen.Migrations.Sessions;

/// <summary>Reads new items beside the old ones, as far as those are read, and compares them one by one. It never fails.</summary>
/// <typeparam name="TTarget">The new entity.</typeparam>
/// <typeparam name="TMarshaller">Its marshaller.</typeparam>
/// <param name="session">Counts the result.</param>
/// <param name="pattern">The access pattern.</param>
/// <param name="target">The new items.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class StreamComparison<TTarget, TMarshaller>(
    MigrationSession session, AccessPattern pattern, IAsyncEnumerable<TTarget> target, CancellationToken cancellationToken)
    where TTarget : class
    where TMarshaller : struct, IItemMarshaller<TTarget>
{
    private readonly StoredFormComparer<TTarget, TMarshaller> _comparer = new();
    private IAsyncEnumerator<TTarget>? _items;
    private int _compared;
    private bool _isOver;

    /// <summary>Compares the next item with the one that the old item stands for.</summary>
    public async ValueTask NextAsync<TSource>(TSource source, Func<TSource, TTarget> forward)
    {
        if (_isOver || _compared == MigrationSession.ComparedItems)
        {
            return;
        }

        try
        {
            _compared++;
            var expected = forward(source);
            if (!await MoveNextAsync().ConfigureAwait(false) || !_comparer.Equals(expected, _items!.Current))
            {
                Finish(isSame: false, session.KeyHash<TTarget, TMarshaller>(expected));
            }
        }
        catch (Exception failure)
        {
            _isOver = true;
            session.NotCompared(pattern, failure);
        }
    }

    /// <summary>The old items are through: so the new ones must be, unless only some of either were to be compared.</summary>
    public async ValueTask EndAsync()
    {
        try
        {
            if (!_isOver)
            {
                Finish(_compared == MigrationSession.ComparedItems || !await MoveNextAsync().ConfigureAwait(false));
            }
        }
        catch (Exception failure)
        {
            _isOver = true;
            session.NotCompared(pattern, failure);
        }
    }

    /// <summary>Nobody reads on; what was compared until then counts.</summary>
    public async ValueTask CloseAsync()
    {
        try
        {
            if (!_isOver && _compared > 0)
            {
                Finish(isSame: true);
            }

            if (_items is not null)
            {
                await _items.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            session.NotCompared(pattern, failure);
        }
    }

    private ValueTask<bool> MoveNextAsync() => (_items ??= target.GetAsyncEnumerator(cancellationToken)).MoveNextAsync();

    private void Finish(bool isSame, string? example = null)
    {
        _isOver = true;
        session.Compared(pattern, isSame, example);
    }
}
