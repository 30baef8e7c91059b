using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Streams.Reconciliation;

namespace DynamoGen.Migrations.Sessions;

public sealed partial class MigrationSession
{
    /// <summary>Counts whether a read of the new items has come to the same as that of the old ones.</summary>
    /// <typeparam name="TTarget">The new entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="source">The new item that the old one stands for, or null.</param>
    /// <param name="target">The new item, or null.</param>
    public void Compared<TTarget, TMarshaller>(AccessPattern pattern, TTarget? source, TTarget? target)
        where TTarget : class
        where TMarshaller : struct, IItemMarshaller<TTarget> =>
        _transactions.Telemetry.ShadowRead(pattern, new StoredFormComparer<TTarget, TMarshaller>().Equals(source, target));

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
        where TMarshaller : struct, IItemMarshaller<TTarget> =>
        _transactions.Telemetry.ShadowRead(
            pattern, source.Take(ComparedItems).SequenceEqual(target.Take(ComparedItems), new StoredFormComparer<TTarget, TMarshaller>()));

    /// <summary>Counts a read of the new items that failed while that of the old ones did not, unless its caller has ended it.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="failure">What it failed with.</param>
    public void NotCompared(AccessPattern pattern, Exception failure)
    {
        if (failure is not OperationCanceledException)
        {
            _transactions.Telemetry.ShadowRead(pattern, isSame: false);
        }
    }

    /// <summary>How many items of a list or a stream are compared at most: 100.</summary>
    public const int ComparedItems = 100;
}
