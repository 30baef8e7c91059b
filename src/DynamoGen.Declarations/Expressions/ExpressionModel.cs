using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The expressions of one request, with all names and values behind placeholders.</summary>
/// <param name="Condition">The condition or filter expression, or null.</param>
/// <param name="Update">The update expression, or null.</param>
/// <param name="Names">The attribute names, in the order of their placeholders <c>#0</c>, <c>#1</c>.</param>
/// <param name="Values">The values, in the order of their placeholders <c>:0</c>, <c>:1</c>.</param>
internal sealed record ExpressionModel(string? Condition, string? Update, EquatableArray<string> Names, EquatableArray<ExpressionValue> Values);

/// <summary>A value in an expression.</summary>
/// <param name="Type">How it is stored; null for a constant and a key.</param>
/// <param name="Expression">The C# expression of it: a parameter, or what is made of the local <c>now</c>.</param>
/// <param name="Constant">The attribute value as JSON, for a constant.</param>
/// <param name="Key">The key attribute whose text it is, for an index key that an update has to renew.</param>
internal sealed record ExpressionValue(ValueModel? Type, string Expression, string? Constant = null, ExpressionKey? Key = null);

/// <summary>A key attribute that is built anew.</summary>
/// <param name="Attribute">The key attribute.</param>
/// <param name="IsPartition">Whether it is a partition key.</param>
/// <param name="Parts">The parts with the C# expressions of their values.</param>
/// <param name="Shard">The C# expression of the shard, or null.</param>
internal sealed record ExpressionKey(KeyAttributeModel Attribute, bool IsPartition, EquatableArray<BoundPart> Parts, string? Shard);
