using System.Globalization;
using DynamoGen.Migrations.Verification;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Streams.Reconciliation;

namespace DynamoGen.Migrations.Sessions;

public sealed partial class MigrationSession
{
    /// <summary>How many items of a list or a stream are compared at most: 100.</summary>
    public const int ComparedItems = 100;

    /// <summary>Counts whether a read of the new items has come to the same as that of the old ones.</summary>
    /// <typeparam name="TTarget">The new entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="source">The new item that the old one stands for, or null.</param>
    /// <param name="target">The new item, or null.</param>
    public void Compared<TTarget, TMarshaller>(AccessPattern pattern, TTarget? source, TTarget? target)
        where TTarget : class
        where TMarshaller : struct, IItemMarshaller<TTarget>
    {
        var isSame = new StoredFormComparer<TTarget, TMarshaller>().Equals(source, target);
        Compared(pattern, isSame, isSame ? null : KeyHash<TTarget, TMarshaller>(source ?? target));
    }

    /// <summary>
    /// Counts whether a list of new items is that of the old ones, in its order: of each list, the first <see cref="ComparedItems"/> are compared.
    /// </summary>
    /// <typeparam name="TTarget">The new entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="source">The new items that the old ones stand for.</param>
    /// <param name="target">The new items.</param>
    public void ComparedLists<TTarget, TMarshaller>(AccessPattern pattern, IEnumerable<TTarget> source, IEnumerable<TTarget> target)
        where TTarget : class
        where TMarshaller : struct, IItemMarshaller<TTarget>
    {
        var comparer = new StoredFormComparer<TTarget, TMarshaller>();
        var (expected, found) = (source.Take(ComparedItems).ToList(), target.Take(ComparedItems).ToList());
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            var (old, young) = (expected.ElementAtOrDefault(i), found.ElementAtOrDefault(i));
            if (!comparer.Equals(old, young))
            {
                Compared(pattern, isSame: false, KeyHash<TTarget, TMarshaller>(old ?? young));
                return;
            }
        }

        Compared(pattern, isSame: true);
    }

    /// <summary>Counts a read of the new items that failed while that of the old ones did not, unless its caller has ended it.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="failure">What it failed with.</param>
    public void NotCompared(AccessPattern pattern, Exception failure)
    {
        if (failure is not OperationCanceledException)
        {
            Compared(pattern, isSame: false);
        }
    }

    /// <summary>Counts a comparison, for the metric and for the gate of cut-over.</summary>
    internal void Compared(AccessPattern pattern, bool isSame, string? example = null)
    {
        _forth.Transactions.Telemetry.ShadowRead(pattern, isSame);
        if (_follower.Current is { Phase: MigrationPhase.ShadowRead } state)
        {
            _shadowReads.Count(state.Version, pattern.Name, isSame, example);
        }
    }

    /// <summary>The hash of a new item's key, as a comparison of all items tells it.</summary>
    internal string? KeyHash<TTarget, TMarshaller>(TTarget? item)
        where TTarget : class
        where TMarshaller : struct, IItemMarshaller<TTarget>
    {
        if (item is null)
        {
            return null;
        }

        using var writer = new WireWriter();
        writer.ItemOfAnySize<TTarget, TMarshaller>(item);
        return CanonicalItemHash.Of(_targetKeys.Read(writer.Written.Span)).ToString("x32", CultureInfo.InvariantCulture);
    }
}
