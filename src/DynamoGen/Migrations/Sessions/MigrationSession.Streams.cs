using System.Runtime.CompilerServices;
using DynamoGen.Migrations.Phases;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Sessions;

public sealed partial class MigrationSession
{
    /// <summary>Reads new items: as they are from cut-over on, and from the old ones before.</summary>
    /// <typeparam name="TSource">The old entity.</typeparam>
    /// <typeparam name="TTarget">The new entity.</typeparam>
    /// <typeparam name="TMarshaller">The new entity's marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="source">The old items.</param>
    /// <param name="target">The new items.</param>
    /// <param name="forward">The forward function.</param>
    /// <param name="isCompared">Whether both are compared while both are read: the first <see cref="ComparedItems"/>, in their order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PhaseUnknownException">The phase is not known.</exception>
    public async IAsyncEnumerable<TTarget> ReadTargetAsync<TSource, TTarget, TMarshaller>(
        AccessPattern pattern,
        IAsyncEnumerable<TSource> source,
        IAsyncEnumerable<TTarget> target,
        Func<TSource, TTarget> forward,
        bool isCompared,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TTarget : class
        where TMarshaller : struct, IItemMarshaller<TTarget>
    {
        using var scope = EnterRead();
        if (scope.ReadsTarget)
        {
            await foreach (var item in target.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }

            yield break;
        }

        var both = isCompared && scope.ReadsBoth;
        var items = both ? Beside<TSource, TTarget, TMarshaller>(pattern, source, target, forward, cancellationToken) : source;
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return forward(item);
        }
    }

    /// <summary>Reads old items: as they are until cut-over, and from the new ones behind it.</summary>
    /// <typeparam name="TSource">The old entity.</typeparam>
    /// <typeparam name="TTarget">The new entity.</typeparam>
    /// <typeparam name="TMarshaller">The new entity's marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="source">The old items.</param>
    /// <param name="target">The new items.</param>
    /// <param name="forward">The forward function.</param>
    /// <param name="backward">The backward function; null where there is none.</param>
    /// <param name="isCompared">Whether both are compared while both are read: the first <see cref="ComparedItems"/>, in their order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PhaseUnknownException">The phase is not known.</exception>
    /// <exception cref="PhaseUnavailableException">The new items are read, and there is no backward function.</exception>
    public async IAsyncEnumerable<TSource> ReadSourceAsync<TSource, TTarget, TMarshaller>(
        AccessPattern pattern,
        IAsyncEnumerable<TSource> source,
        IAsyncEnumerable<TTarget> target,
        Func<TSource, TTarget> forward,
        Func<TTarget, TSource>? backward,
        bool isCompared,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TTarget : class
        where TMarshaller : struct, IItemMarshaller<TTarget>
    {
        using var scope = EnterRead();
        if (scope.ReadsTarget)
        {
            if (backward is null)
            {
                throw new PhaseUnavailableException(pattern.Name, scope.Phase, MigrationPhase.NotStarted, MigrationPhase.ShadowRead);
            }

            await foreach (var item in target.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return backward(item);
            }

            yield break;
        }

        var both = isCompared && scope.ReadsBoth;
        var items = both ? Beside<TSource, TTarget, TMarshaller>(pattern, source, target, forward, cancellationToken) : source;
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>Reads items of an access pattern that the other repository does not have.</summary>
    /// <typeparam name="TItem">What each item becomes.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="items">The items.</param>
    /// <param name="isTarget">Whether they are new ones.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PhaseUnknownException">The phase is not known.</exception>
    /// <exception cref="PhaseUnavailableException">The other items are read.</exception>
    public async IAsyncEnumerable<TItem> ReadAloneAsync<TItem>(
        AccessPattern pattern, IAsyncEnumerable<TItem> items, bool isTarget, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var scope = EnterRead();
        if (scope.ReadsTarget != isTarget)
        {
            throw isTarget
                ? new PhaseUnavailableException(pattern.Name, scope.Phase, MigrationPhase.Cutover, MigrationPhase.Done)
                : new PhaseUnavailableException(pattern.Name, scope.Phase, MigrationPhase.NotStarted, MigrationPhase.ShadowRead);
        }

        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    /// <summary>The old items, beside each of which the new one is read and compared.</summary>
    private async IAsyncEnumerable<TSource> Beside<TSource, TTarget, TMarshaller>(
        AccessPattern pattern,
        IAsyncEnumerable<TSource> source,
        IAsyncEnumerable<TTarget> target,
        Func<TSource, TTarget> forward,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TTarget : class
        where TMarshaller : struct, IItemMarshaller<TTarget>
    {
        var comparison = new StreamComparison<TTarget, TMarshaller>(this, pattern, target, cancellationToken);
        try
        {
            await foreach (var item in source.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await comparison.NextAsync(item, forward).ConfigureAwait(false);
                yield return item;
            }

            await comparison.EndAsync().ConfigureAwait(false);
        }
        finally
        {
            await comparison.CloseAsync().ConfigureAwait(false);
        }
    }
}
