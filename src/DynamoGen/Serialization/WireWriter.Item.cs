namespace DynamoGen.Serialization;

public partial class WireWriter
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
        ItemOfAnySize<TEntity, TMarshaller>(entity);
        RefuseTooLarge(TMarshaller.EntityName, start);
    }

    /// <summary>Writes a whole item. An error names the attribute by scanning what was written, so that the good path pays nothing for it.</summary>
    internal void ItemOfAnySize<TEntity, TMarshaller>(TEntity entity)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        if (entity is null)
        {
            throw new ArgumentNullException(nameof(entity));
        }

        var start = _length;
        (_depth, _keyed) = (0, 0);
        try
        {
            TMarshaller.Write(this, entity);
        }
        catch (ItemValueException unstorable)
        {
            unstorable.Locate(TMarshaller.EntityName, OpenPath(start));
            throw;
        }
        catch (KeyException unfit)
        {
            unfit.Locate(TMarshaller.EntityName, OpenPath(start));
            throw;
        }
        catch (Exception cause) when (ForeignCode.Refuses(cause))
        {
            throw Refused(TMarshaller.EntityName, OpenPath(start), cause);
        }
    }

    /// <summary>Refuses an item that DynamoDB would not take.</summary>
    private void RefuseTooLarge(string entity, int start)
    {
        // An item's JSON is never shorter than what DynamoDB counts for it, so that only the longest items need counting.
        if (_length - start > ItemSize.MaxBytes && ItemSize.Of(_buffer.AsSpan(start, _length - start)) is > ItemSize.MaxBytes and var size)
        {
            throw new ItemTooLargeException(entity, size, ItemSize.MaxBytes);
        }
    }

    /// <summary>The path of the attribute that is open in the item that begins at an offset.</summary>
    internal string? OpenPath(int start) => OpenAttribute.Of(_buffer.AsSpan(start, _length - start), _keyed, isNextOpen: true);

    /// <summary>The error for a value that code of the application refuses.</summary>
    internal static ItemValueException Refused(string entity, string? attribute, Exception cause) =>
        new(entity, attribute, $"Code of the application refuses it with {cause.GetType().Name}.", cause);
}
