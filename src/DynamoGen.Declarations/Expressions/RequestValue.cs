using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>A value of an expression.</summary>
internal abstract record RequestValue;

/// <summary>A value that is stored as a property of its type is.</summary>
internal sealed record TypedValue(ValueModel Type, ValueSource Source) : RequestValue;

/// <summary>Values of a list whose length is known once a call is made, each stored as a property of its type is.</summary>
/// <param name="Element">The type of each.</param>
/// <param name="Source">The list.</param>
/// <param name="IsArray">Whether it has a length rather than a count.</param>
internal sealed record ListedValues(ValueModel Element, ValueSource Source, bool IsArray) : RequestValue
{
    /// <summary>How many values DynamoDB takes behind IN.</summary>
    public const int Most = 100;
}

/// <summary>A value that is known at build time.</summary>
/// <param name="Kind">Its attribute type.</param>
/// <param name="Text">The text, the digits, or <c>true</c> or <c>false</c>; empty for an empty list.</param>
internal sealed record ConstantValue(ConstantKind Kind, string Text) : RequestValue;

/// <summary>An index key that an update has to renew.</summary>
/// <param name="Key">The key.</param>
/// <param name="Attribute">Its attribute.</param>
/// <param name="Parts">The attribute's parts with their values.</param>
/// <param name="ShardParts">The parts of the primary key from which the shard is computed; none where the key has no shards.</param>
internal sealed record KeyValue(KeyModel Key, KeyAttributeModel Attribute, EquatableArray<BoundPart> Parts, EquatableArray<BoundPart> ShardParts)
    : RequestValue;

/// <summary>The mark of the write itself, which the run time makes.</summary>
internal sealed record MarkValue : RequestValue;

/// <summary>The attribute type of a constant.</summary>
internal enum ConstantKind
{
    Text,
    Number,
    Boolean,
    EmptyList,
    Null,
}
