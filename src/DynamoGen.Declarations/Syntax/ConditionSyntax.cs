namespace DynamoGen.Declarations.Syntax;

/// <summary>A condition, a filter or a key condition as it is written.</summary>
internal abstract record ConditionSyntax
{
    /// <summary>The conditions that must all be met: this one, or the parts of an AND.</summary>
    public virtual IEnumerable<ConditionSyntax> Conjuncts => [this];
}

/// <summary>Conditions with AND between them.</summary>
internal sealed record AndSyntax(IReadOnlyList<ConditionSyntax> Conditions) : ConditionSyntax
{
    public override IEnumerable<ConditionSyntax> Conjuncts => Conditions.SelectMany(condition => condition.Conjuncts);
}

/// <summary>Conditions with OR between them.</summary>
internal sealed record OrSyntax(IReadOnlyList<ConditionSyntax> Conditions) : ConditionSyntax;

/// <summary>A condition with NOT before it.</summary>
internal sealed record NotSyntax(ConditionSyntax Inner) : ConditionSyntax;

/// <summary>One operand compared with another: <c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
internal sealed record ComparisonSyntax(OperandSyntax Left, string Operator, OperandSyntax Right) : ConditionSyntax;

/// <summary>An operand between two others.</summary>
internal sealed record BetweenSyntax(OperandSyntax Tested, OperandSyntax Low, OperandSyntax High) : ConditionSyntax;

/// <summary>An operand that is one of several.</summary>
internal sealed record InSyntax(OperandSyntax Tested, IReadOnlyList<OperandSyntax> Candidates) : ConditionSyntax;

/// <summary>A function that is a condition by itself.</summary>
internal sealed record CallSyntax(FunctionSyntax Function) : ConditionSyntax;
