namespace DynamoGen.Declarations.Expressions;

/// <summary>One side of a comparison.</summary>
internal abstract record Operand
{
    /// <summary>The path that it looks at, if it is no value.</summary>
    public IEnumerable<ItemPath> Paths => this switch
    {
        PathOperand path => [path.Path],
        SizeOperand size => [size.Path],
        _ => [],
    };

    /// <summary>The same of another path.</summary>
    public Operand Renamed(ItemPath from, ItemPath to) => this switch
    {
        PathOperand path when path.Path == from => new PathOperand(to),
        SizeOperand size when size.Path == from => new SizeOperand(to),
        _ => this,
    };
}

/// <summary>An attribute of the item, or something inside of one.</summary>
internal sealed record PathOperand(ItemPath Path) : Operand;

/// <summary>The size of an attribute.</summary>
internal sealed record SizeOperand(ItemPath Path) : Operand;

/// <summary>A value that the request carries.</summary>
internal sealed record ValueOperand(RequestValue Value) : Operand;
