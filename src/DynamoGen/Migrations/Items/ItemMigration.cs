using System.ComponentModel;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Backfill;
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
    internal abstract IVerificationItems Verification(BackfillCalls calls, IStoredPairs pairs, BackfillOptions options);

    /// <summary>The new item of an old one.</summary>
    /// <exception cref="DynamoGenException">The old item cannot be read, or the new one not be stored.</exception>
    internal abstract Dictionary<string, AttributeValue> Forward(Dictionary<string, AttributeValue> source);

    /// <summary>The old item of a new one.</summary>
    /// <exception cref="InvalidOperationException">There is no backward function.</exception>
    /// <exception cref="DynamoGenException">The new item cannot be read, or the old one not be stored.</exception>
    internal abstract Dictionary<string, AttributeValue> Backward(Dictionary<string, AttributeValue> target);
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
        new BackfillItems<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(calls, Schema, forward, options);

    internal override IVerificationItems Verification(BackfillCalls calls, IStoredPairs pairs, BackfillOptions options) =>
        new VerificationItems<TSource, TSourceMarshaller, TTarget, TTargetMarshaller>(calls, pairs, Schema, forward, options.PageItems);

    internal override Dictionary<string, AttributeValue> Forward(Dictionary<string, AttributeValue> source) =>
        Stored<TTarget, TTargetMarshaller>(forward(AttributeMap.Read<TSource, TSourceMarshaller>(source)));

    internal override Dictionary<string, AttributeValue> Backward(Dictionary<string, AttributeValue> target) => backward is null
        ? throw new InvalidOperationException($"{Schema.Name} has no backward function.")
        : Stored<TSource, TSourceMarshaller>(backward(AttributeMap.Read<TTarget, TTargetMarshaller>(target)));

    private static Dictionary<string, AttributeValue> Stored<T, TMarshaller>(T item)
        where T : class
        where TMarshaller : struct, IItemMarshaller<T>
    {
        using var writer = new WireWriter();
        writer.Item<T, TMarshaller>(item);
        var reader = new WireReader(writer.Written.Span);
        return reader.ReadAttributes(TMarshaller.EntityName);
    }
}
