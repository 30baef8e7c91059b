namespace DynamoGen.Declarations.Expressions;

/// <summary>One side of a comparison.</summary>
internal abstract record Operand;

/// <summary>An attribute of the item, or something inside of one.</summary>
internal sealed record PathOperand(ItemPath Path) : Operand;

/// <summary>The size of an attribute.</summary>
internal sealed record SizeOperand(ItemPath Path) : Operand;

/// <summary>A value that the request carries.</summary>
internal sealed record ValueOperand(RequestValue Value) : Operand;
