using System.ComponentModel;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Groups;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Verification;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Items;

/// <summary>Turns old items into new ones, as the declaration of a migration says. The generator creates it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ItemMigration
{
    private protected ItemMigration(MigrationSchema schema) => Schema = schema;

    /// <summary>The migration.</summary>
    public MigrationSchema Schema { get; }

    /// <summary>Reads and writes the items in bulk.</summary>
    internal abstract IBackfillItems Backfill(BackfillCalls calls, BackfillOptions options);

    /// <summary>Reads the items to compare them.</summary>
    /// <param name="calls">What requests go through.</param>
    /// <param name="delivery">Lets the one side follow the other; null where both are written in one transaction.</param>
    /// <param name="options">How much is read at once.</param>
    internal abstract IVerificationItems Verification(BackfillCalls calls, Delivery? delivery, BackfillOptions options);

    /// <summary>The new items of an old one, or of the old ones of a group; none of none.</summary>
    /// <exception cref="DynamoGenException">An old item cannot be read, or a new one not be stored.</exception>
    internal abstract IReadOnlyList<Dictionary<string, AttributeValue>> Forward(IReadOnlyList<Dictionary<string, AttributeValue>> sources);

    /// <summary>The old items of a new one, or of the new ones of a group; none of none.</summary>
    /// <exception cref="InvalidOperationException">There is no backward function.</exception>
    /// <exception cref="DynamoGenException">A new item cannot be read, or an old one not be stored.</exception>
    internal abstract IReadOnlyList<Dictionary<string, AttributeValue>> Backward(IReadOnlyList<Dictionary<string, AttributeValue>> targets);

    /// <summary>The group of one of several old items; null where each of them stands for itself.</summary>
    internal virtual ItemGroup? GroupOfSource(Dictionary<string, AttributeValue> source) => null;

    /// <summary>The group of one of several new items; null where each of them stands for itself.</summary>
    internal virtual ItemGroup? GroupOfTarget(Dictionary<string, AttributeValue> target) => null;
}

/// <summary>Turns the items of one entity into those of another one.</summary>
/// <typeparam name="TSource">The old entity.</typeparam>
/// <typeparam name="TSourceMarshaller">Its marshaller.</typeparam>
/// <typeparam name="TTarget">The new entity.</typeparam>
/// <typeparam name="TTargetMarshaller">Its marshaller.</typeparam>
/// <param name="schema">The migration.</param>
/// <param name="forward">The forward function.</param>
/// <param name="backward">The backward function; null where there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ItemMigration<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(
    MigrationSchema schema, Func<TSource, TTarget> forward, Func<TTarget, TSource>? backward)
    : ItemMigration(schema)
    where TSource : class
    where TSourceMarshaller : struct, IItemMarshaller<TSource>
    where TTarget : class
    where TTargetMarshaller : struct, IItemMarshaller<TTarget>
{
    internal override IBackfillItems Backfill(BackfillCalls calls, BackfillOptions options) =>
        new BackfillItems(calls, Schema, options, new ItemCopies<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(calls, Schema, forward, options));

    internal override IVerificationItems Verification(BackfillCalls calls, Delivery? delivery, BackfillOptions options)
    {
        IStoredPairs pairs = delivery is null ? new TransactedPairs(calls, Schema) : new OutboxPairs(calls, Schema, delivery);
        return new VerificationItems<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(calls, pairs, Schema, forward, options.PageItems);
    }

    internal override IReadOnlyList<Dictionary<string, AttributeValue>> Forward(IReadOnlyList<Dictionary<string, AttributeValue>> sources) =>
        [.. sources.Select(AttributeMap.Read<TSource, TSourceMarshaller>)
            .Select(source => StoredItem.Of<TTarget, TTargetMarshaller>(forward(source)).Attributes)];

    internal override IReadOnlyList<Dictionary<string, AttributeValue>> Backward(IReadOnlyList<Dictionary<string, AttributeValue>> targets) =>
        backward is null
            ? throw new InvalidOperationException($"{Schema.Name} has no backward function.")
            : [.. targets.Select(AttributeMap.Read<TTarget, TTargetMarshaller>)
                .Select(target => StoredItem.Of<TSource, TSourceMarshaller>(backward(target)).Attributes)];
}
