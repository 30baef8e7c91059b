namespace DynamoGen.Declarations.Syntax;

/// <summary>One side of a comparison, one argument of a function, or what an attribute is set to.</summary>
internal abstract record OperandSyntax;

/// <summary>A path to an attribute, or to something inside of one.</summary>
/// <param name="Steps">
/// Names, positions in brackets, and keys of dictionaries in brackets and quotes or braces, from the attribute of the item to the innermost.
/// </param>
internal sealed record PathSyntax(IReadOnlyList<ExpressionToken> Steps) : OperandSyntax
{
    /// <summary>The attribute of the item.</summary>
    public ExpressionToken Attribute => Steps[0];

    /// <summary>The names, without the positions.</summary>
    public IEnumerable<ExpressionToken> Names => Steps.Where(step => step.Kind is ExpressionTokenKind.Word or ExpressionTokenKind.NamePlaceholder);

    /// <summary>Whether the attribute itself is meant and nothing inside of it.</summary>
    public bool IsWholeAttribute => Steps.Count == 1;

    /// <summary>The first steps as they were written.</summary>
    public string TextOf(int count) => string.Concat(Steps.Take(count).Select((step, i) => step.Kind switch
    {
        ExpressionTokenKind.Number => $"[{step.Text}]",
        ExpressionTokenKind.Text => $"['{step.Text}']",
        ExpressionTokenKind.Parameter => $"[{{{step.Text}}}]",
        _ => i == 0 ? step.Text : "." + step.Text,
    }));
}

/// <summary>A value: a placeholder, a parameter or a literal.</summary>
internal sealed record ValueSyntax(ExpressionToken Token) : OperandSyntax;

/// <summary>A function of operands.</summary>
internal sealed record FunctionSyntax(ExpressionToken Name, IReadOnlyList<OperandSyntax> Arguments) : OperandSyntax;

/// <summary>An operand and those that are added to it and taken from it one after the other, which only SET has.</summary>
internal sealed record SumSyntax(OperandSyntax First, IReadOnlyList<AddendSyntax> Addends) : OperandSyntax;

/// <summary>An operand behind its sign.</summary>
internal sealed record AddendSyntax(ExpressionToken Sign, OperandSyntax Operand);
