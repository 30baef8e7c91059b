namespace DynamoGen.Serialization;

public sealed partial class WireWriter
{
    /// <summary>Writes a whole item, if DynamoDB would take it.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="entity">The entity's value.</param>
    /// <exception cref="ItemTooLargeException">The item is larger than 400 KB.</exception>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    /// <exception cref="KeyException">A value cannot be part of a key.</exception>
    public void Item<TEntity, TMarshaller>(TEntity entity)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        var start = _length;
        TMarshaller.Write(this, entity);

        // An item's JSON is never shorter than what DynamoDB counts for it, so that only the longest items need counting.
        if (_length - start > ItemSize.MaxBytes && ItemSize.Of(_buffer.AsSpan(start, _length - start)) is > ItemSize.MaxBytes and var size)
        {
            throw new ItemTooLargeException(TMarshaller.EntityName, size, ItemSize.MaxBytes);
        }
    }
}
