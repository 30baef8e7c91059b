namespace DynamoGen.Analyzers.Expressions;

/// <summary>A condition, a filter or a key condition.</summary>
internal abstract record Condition
{
    internal sealed record And(Condition Left, Condition Right) : Condition;

    internal sealed record Or(Condition Left, Condition Right) : Condition;

    internal sealed record Not(Condition Inner) : Condition;

    internal sealed record Comparison(Operand Left, string Operator, Operand Right) : Condition;

    internal sealed record Between(Operand Tested, Operand Low, Operand High) : Condition;

    internal sealed record In(Operand Tested, IReadOnlyList<Operand> Candidates) : Condition;

    internal sealed record Call(Operand.Function Function) : Condition;

    /// <summary>The conditions that must all hold: this one, or the parts of an AND.</summary>
    public IEnumerable<Condition> Conjuncts() => this is And and ? and.Left.Conjuncts().Concat(and.Right.Conjuncts()) : [this];
}
