using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;

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

/// <summary>One part of a key template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal text, or the property's name.</param>
/// <param name="TypeName">The property's C# type without its nullable annotation.</param>
/// <param name="Format">The date format, or null.</param>
/// <param name="Width">The digits of a number, or before a decimal's point.</param>
/// <param name="Fraction">The digits behind a decimal's point.</param>
/// <param name="IsNullable">Whether the property may be null, which leaves the item out of the index.</param>
/// <param name="IsFinal">Whether nothing follows it in the template.</param>
/// <param name="Enum">The enum's description, for a part of <see cref="KeyPartKind.Enum"/>.</param>
/// <param name="WrappedType">The C# type of the wrapper's value, where the property's type is a wrapper; null otherwise.</param>
internal sealed record KeyPart(
    KeyPartKind Kind,
    string Text,
    string TypeName = "",
    string? Format = null,
    int Width = 0,
    int Fraction = 0,
    bool IsNullable = false,
    bool IsFinal = false,
    EnumValue? Enum = null,
    string? WrappedType = null)
{
    /// <summary>The C# type whose value is written into the key.</summary>
    public string WrittenType => WrappedType ?? TypeName;

    /// <summary>The part as it takes the wrapper's value itself.</summary>
    public KeyPart Unwrapped => WrappedType is null ? this : this with { TypeName = WrappedType, WrappedType = null };

    /// <summary>Whether the part takes a value of the entity.</summary>
    public bool IsPlaceholder => Kind is not (KeyPartKind.Literal or KeyPartKind.Shard);

    /// <summary>
    /// How the part is written into a key of a type, whatever its own type: a number by its width, a time by its format. A number and bytes that are a key of their own have no form but that.
    /// </summary>
    public string Form(KeyAttributeType type)
    {
        var kind = Kind is KeyPartKind.DateTime or KeyPartKind.DateTimeOffset or KeyPartKind.Date ? KeyPartKind.Date : Kind;
        return type != KeyAttributeType.String ? type.ToString() : $"{kind} {(kind == KeyPartKind.Literal ? Text : Enum?.TypeName)} {Width} {Fraction} {Format}";
    }

    /// <summary>Whether keys can be compared by this part's value.</summary>
    public bool IsOrdered => IsPlaceholder && Kind is not (KeyPartKind.Enum or KeyPartKind.Boolean);

    /// <summary>Whether the part's own text can differ in length, so that what follows it must say where it ends.</summary>
    public bool IsVariableLength => Kind is KeyPartKind.Text or KeyPartKind.Enum;
}

/// <summary>What a part of a key template is.</summary>
internal enum KeyPartKind
{
    Literal,
    Shard,
    Text,
    Number,
    Decimal,
    Boolean,
    Guid,
    DateTimeOffset,
    DateTime,
    Date,
    Time,
    Duration,
    Enum,
    Bytes,
}
