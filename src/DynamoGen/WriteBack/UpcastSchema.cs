using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.WriteBack;

/// <summary>How the older items of an entity become ones of its current version: <c>Order.Marshaller.Upcasts</c>.</summary>
public sealed class UpcastSchema
{
    private readonly Func<IReadOnlyDictionary<string, AttributeValue>, Dictionary<string, AttributeValue>> _upcast;

    private UpcastSchema(
        TableSchema table,
        string entity,
        int version,
        IReadOnlyList<string> attributes,
        IReadOnlyList<string> uniqueAttributes,
        Func<IReadOnlyDictionary<string, AttributeValue>, Dictionary<string, AttributeValue>> upcast)
    {
        (Table, Entity, Version, Attributes, UniqueAttributes) = (table, entity, version, attributes, uniqueAttributes);
        _upcast = upcast;
    }

    /// <summary>The entity's table.</summary>
    internal TableSchema Table { get; }

    /// <summary>The entity's name, which its items carry.</summary>
    internal string Entity { get; }

    /// <summary>The entity's version.</summary>
    internal int Version { get; }

    /// <summary>The attributes that the entity's versions store beside the primary key, and the keys of indexes.</summary>
    internal IReadOnlyList<string> Attributes { get; }

    /// <summary>Those of which the entity's unique values are made, in any version.</summary>
    internal IReadOnlyList<string> UniqueAttributes { get; }

    /// <summary>Describes an entity of a table. Generated code calls it.</summary>
    /// <typeparam name="TTable">The table.</typeparam>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="version">The entity's version.</param>
    /// <param name="attributes">The attributes that its versions store beside the primary key, and the keys of indexes.</param>
    /// <param name="uniqueAttributes">Those of which its unique values are made, in any version.</param>
    public static UpcastSchema Of<TTable, TEntity, TMarshaller>(int version, IReadOnlyList<string> attributes, IReadOnlyList<string> uniqueAttributes)
        where TTable : class, ITable<TTable>
        where TEntity : class
        where TMarshaller : struct, IItemMarshaller<TEntity> => new(
            TTable.Schema,
            TMarshaller.EntityName,
            version,
            attributes,
            uniqueAttributes,
            static item => AttributeMap.From<TEntity, TMarshaller>(AttributeMap.Read<TEntity, TMarshaller>(item)));

    /// <summary>The item as the current version stores it.</summary>
    /// <exception cref="ItemFormatException">The item cannot be read.</exception>
    /// <exception cref="ItemValueException">What an upcaster yields cannot be stored.</exception>
    /// <exception cref="KeyException">What an upcaster yields cannot be part of a key.</exception>
    internal Dictionary<string, AttributeValue> Upcast(IReadOnlyDictionary<string, AttributeValue> item) => _upcast(item);
}
