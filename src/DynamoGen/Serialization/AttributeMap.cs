using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Serialization;

/// <summary>
/// Converts entities to and from the SDK's form of an item, so that any <see cref="Amazon.DynamoDBv2.IAmazonDynamoDB"/> can carry them, and stream
/// records can be read. There is one description of an entity, its wire form; this form is made from those bytes and turned back into them, so that
/// both always agree.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">AttributeValue</see>.</remarks>
public static class AttributeMap
{
    /// <summary>The whole item of an entity: keys, index keys, <c>_t</c>, <c>_v</c> and the entity's attributes.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="entity">The entity's value.</param>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    /// <exception cref="KeyException">A value cannot be part of a key.</exception>
    public static Dictionary<string, AttributeValue> From<TEntity, TMarshaller>(TEntity entity)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        ArgumentNullException.ThrowIfNull(entity);
        using var writer = new WireWriter();
        writer.ItemOfAnySize<TEntity, TMarshaller>(entity);
        var reader = new WireReader(writer.Written.Span);
        try
        {
            return reader.ReadAttributes(TMarshaller.EntityName);
        }
        catch (ItemFormatException unstorable)
        {
            throw new ItemValueException(
                TMarshaller.EntityName, unstorable.Attribute, $"Expected {unstorable.Expected}, found {unstorable.Found}.", unstorable);
        }
    }

    /// <summary>The entity of an item, or a projection of it.</summary>
    /// <typeparam name="TItem">The entity, or a projection of it.</typeparam>
    /// <typeparam name="TItemReader">The entity's marshaller, or what reads the projection.</typeparam>
    /// <param name="item">The item, with attributes in any order.</param>
    /// <exception cref="ItemFormatException">The item is not one of this entity.</exception>
    /// <exception cref="UnknownVersionException">The item is newer than this build.</exception>
    /// <exception cref="ItemValueException">An attribute value is none that DynamoDB could have stored, such as one of no type.</exception>
    public static TItem Read<TItem, TItemReader>(IReadOnlyDictionary<string, AttributeValue> item)
        where TItemReader : struct, IItemReader<TItem>
    {
        ArgumentNullException.ThrowIfNull(item);
        using var writer = new WireWriter();
        writer.Attributes(item, TItemReader.EntityName);
        var reader = new WireReader(writer.Written.Span);
        return reader.ReadItem<TItem, TItemReader>();
    }
}
