using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Declarations.Keys;

/// <summary>An entity's key in the table or in one index.</summary>
/// <param name="Index">The index's name, or null for the table.</param>
/// <param name="Name">The name of the generated class that builds it.</param>
/// <param name="Partition">The partition key.</param>
/// <param name="Sort">The sort key, if there is one.</param>
/// <param name="Shards">Over how many shards the partition key is spread, or 0.</param>
/// <param name="IsLocal">Whether the index is a local one, which can be read consistently.</param>
/// <param name="NonKeyAttributes">The attributes that the index holds beside the keys; null where it holds all.</param>
/// <param name="FurtherPartition">The attributes behind the first of a partition key that is made of several.</param>
/// <param name="FurtherSort">The attributes behind the first of a sort key that is made of several.</param>
internal sealed record KeyModel(
    string? Index,
    string Name,
    KeyAttributeModel Partition,
    KeyAttributeModel? Sort,
    int Shards,
    bool IsLocal = false,
    EquatableArray<string>? NonKeyAttributes = null,
    EquatableArray<KeyAttributeModel> FurtherPartition = default,
    EquatableArray<KeyAttributeModel> FurtherSort = default)
{
    /// <summary>The attributes of the partition key: one, or several that are a property each.</summary>
    public IEnumerable<KeyAttributeModel> PartitionAttributes => [Partition, .. FurtherPartition];

    /// <summary>The attributes of the sort key, in the order in which they sort.</summary>
    public IEnumerable<KeyAttributeModel> SortAttributes => Sort is null ? [] : [Sort, .. FurtherSort];

    public IEnumerable<KeyAttributeModel> Attributes => PartitionAttributes.Concat(SortAttributes);

    public IEnumerable<KeyPart> Parts => Attributes.SelectMany(attribute => attribute.Parts);

    /// <summary>
    /// What the shard is computed from, a part for each property: the table's own partition key from the sort key, so that one item's key names its shard,
    /// and that of an index from the whole primary key.
    /// </summary>
    /// <param name="primary">The table's key of the same entity.</param>
    public IEnumerable<KeyPart> ShardParts(KeyModel primary) =>
        (IsInPartitionOf(primary) ? primary.SortAttributes.SelectMany(attribute => attribute.Parts) : primary.Parts)
            .Where(part => part.IsPlaceholder).GroupBy(part => part.Text).Select(same => same.First());

    /// <summary>Whether the partition key is the table's own attribute: that of the table, of a local index, and of a global index that repeats it.</summary>
    public bool IsInPartitionOf(KeyModel primary) => Partition.Attribute == primary.Partition.Attribute;

    /// <summary>The templates as they are written, those of several attributes with commas between them.</summary>
    public string PartitionTemplate => string.Join(", ", PartitionAttributes.Select(attribute => attribute.Template));

    /// <inheritdoc cref="PartitionTemplate"/>
    public string SortTemplate => string.Join(", ", SortAttributes.Select(attribute => attribute.Template));
}

/// <summary>One key attribute and the template of its value.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Template">The template as written.</param>
/// <param name="Parts">Its parts in order.</param>
/// <param name="Type">Its type; a number and bytes are one part.</param>
/// <param name="IsMember">Whether it is the attribute in which its only property is stored anyway.</param>
internal sealed record KeyAttributeModel(
    string Attribute,
    string Template,
    EquatableArray<KeyPart> Parts,
    KeyAttributeType Type = KeyAttributeType.String,
    bool IsMember = false)
{
    /// <summary>The type's descriptor: S, N or B.</summary>
    public string Descriptor => Type switch
    {
        KeyAttributeType.Number => "N",
        KeyAttributeType.Binary => "B",
        _ => "S",
    };
}
