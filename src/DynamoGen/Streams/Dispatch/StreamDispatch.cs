using System.ComponentModel;
using System.Text;
using DynamoGen.ItemKeys;
using DynamoGen.Regions.Conflicts;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Dispatch;

/// <summary>Tells a handler what a record says, by the entities of its images. Generated handlers call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StreamDispatch
{
    /// <summary>Handles one record.</summary>
    /// <typeparam name="THandler">The handler's type.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Ends the handling.</param>
    /// <exception cref="ItemFormatException">An image is not what its entity says.</exception>
    /// <exception cref="UnknownVersionException">An image is newer than this build.</exception>
    public static ValueTask HandleAsync<THandler>(THandler handler, StreamRecord record, CancellationToken cancellationToken)
        where THandler : class, IEntityDispatch<THandler>
    {
        var before = EntityOf(THandler.Schema, record.OldImage.Span);
        var after = EntityOf(THandler.Schema, record.NewImage.Span);
        return record.Change.Kind switch
        {
            ChangeKind.Inserted => handler.InsertedAsync(after, record, cancellationToken),
            ChangeKind.Removed => handler.RemovedAsync(before, record, cancellationToken),
            _ when RecordConflicts.Find(THandler.Schema, record) is { } conflict => ConflictedAsync(handler, record, conflict, cancellationToken),
            _ when record.OldImage.IsEmpty || before.SequenceEqual(after) => handler.ModifiedAsync(after, record, cancellationToken),
            _ when record.NewImage.IsEmpty => handler.ModifiedAsync(before, record, cancellationToken),
            _ => ReplacedAsync(handler, record, cancellationToken),
        };
    }

    /// <summary>Reads the item before the change.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="record">The record.</param>
    public static TEntity Before<TEntity, TMarshaller>(StreamRecord record)
        where TMarshaller : struct, IItemMarshaller<TEntity> => Read<TEntity, TMarshaller>(record.OldImage.Span, record.Orders);

    /// <summary>Reads the item after the change.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="record">The record.</param>
    public static TEntity After<TEntity, TMarshaller>(StreamRecord record)
        where TMarshaller : struct, IItemMarshaller<TEntity> => Read<TEntity, TMarshaller>(record.NewImage.Span, record.Orders);

    private static TEntity Read<TEntity, TMarshaller>(ReadOnlySpan<byte> image, LearnedOrders? orders)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        var reader = new WireReader(image);
        orders?.Restore<TMarshaller>(ref reader);
        var entity = reader.ReadItem<TEntity, TMarshaller>();
        orders?.Keep<TMarshaller>(reader);
        return entity;
    }

    private static async ValueTask ConflictedAsync<THandler>(
        THandler handler, StreamRecord record, ConflictContext conflict, CancellationToken cancellationToken)
        where THandler : class, IEntityDispatch<THandler>
    {
        await handler.ModifiedAsync(EntityOf(THandler.Schema, record.NewImage.Span), record, cancellationToken).ConfigureAwait(false);
        await handler.ConflictedAsync(EntityOf(THandler.Schema, record.NewImage.Span), record, conflict, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>One item went and another one came, under the same key.</summary>
    private static async ValueTask ReplacedAsync<THandler>(THandler handler, StreamRecord record, CancellationToken cancellationToken)
        where THandler : class, IEntityDispatch<THandler>
    {
        await handler.RemovedAsync(EntityOf(THandler.Schema, record.OldImage.Span), record, cancellationToken).ConfigureAwait(false);
        await handler.InsertedAsync(EntityOf(THandler.Schema, record.NewImage.Span), record, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The name of the entity that an image is of: the one that it carries, or that whose keys begin as its own.</summary>
    internal static ReadOnlySpan<byte> EntityOf(
        TableSchema table, IReadOnlyList<(string Entity, KeyBeginning Beginning)> beginnings, ReadOnlySpan<byte> image)
    {
        var name = table.Marks == ItemMarks.None ? default : EntityOf(table.TypeAttribute, image);
        if (!name.IsEmpty || image.IsEmpty)
        {
            return name;
        }

        foreach (var (entity, beginning) in beginnings)
        {
            if (KnownItem.Begins(table, beginning, new WireReader(image)))
            {
                return Encoding.UTF8.GetBytes(entity);
            }
        }

        return default;
    }

    private static ReadOnlySpan<byte> EntityOf(StreamHandlerSchema schema, ReadOnlySpan<byte> image) => EntityOf(schema.Table, schema.Beginnings, image);

    internal static ReadOnlySpan<byte> EntityOf(string attribute, ReadOnlySpan<byte> image)
    {
        if (image.IsEmpty)
        {
            return default;
        }

        var reader = new WireReader(image);
        return reader.FindEntityIfText(attribute);
    }
}
