using Microsoft.CodeAnalysis.Text;

namespace DynamoGen.Declarations.Syntax;

/// <summary>Reads what expressions compare and set: paths, values and functions of them.</summary>
internal sealed class OperandParser(ExpressionReader reader)
{
    /// <summary>An attribute, a value or a function of them.</summary>
    public OperandSyntax? Operand() => reader.Nested<OperandSyntax>(() => reader.Current.Kind switch
    {
        ExpressionTokenKind.ValuePlaceholder or ExpressionTokenKind.Parameter or ExpressionTokenKind.Text => new ValueSyntax(reader.Take()),
        ExpressionTokenKind.Number when reader.Dialect == ExpressionDialect.Declared => new ValueSyntax(reader.Take()),
        ExpressionTokenKind.Symbol when IsNegative() => Negative(),
        ExpressionTokenKind.Word when reader.Next.IsSymbol("(") => Function(),
        _ => reader.Path(),
    });

    /// <summary>A value, and nothing that is stored.</summary>
    public ValueSyntax? Value() => Operand() switch
    {
        ValueSyntax value => value,
        _ => reader.FailExpecting<ValueSyntax>("a value"),
    };

    /// <summary>An operand, or operands with signs between them, which lie beside each other, however many there are; parentheses group them.</summary>
    public OperandSyntax? Sum() => reader.Nested(() =>
    {
        if (Term() is not { } first)
        {
            return null;
        }

        var addends = new List<AddendSyntax>();
        while (reader.Current.IsSymbol("+") || reader.Current.IsSymbol("-"))
        {
            var sign = reader.Take();
            if (Term() is not { } operand)
            {
                return null;
            }

            addends.Add(new AddendSyntax(sign, operand));
        }

        return addends.Count == 0 ? first : new SumSyntax(first, addends);
    });

    private OperandSyntax? Term()
    {
        if (!reader.TakeSymbol("("))
        {
            return Operand();
        }

        var inner = Sum();
        reader.ExpectSymbol(")");
        return inner;
    }

    private FunctionSyntax Function()
    {
        var name = reader.Take();
        reader.ExpectSymbol("(");
        var arguments = reader.List(Sum);
        reader.ExpectSymbol(")");
        return new FunctionSyntax(name, arguments);
    }

    /// <summary>A sign belongs to the number behind it where no operand stands before it.</summary>
    private bool IsNegative() => reader.Dialect == ExpressionDialect.Declared
        && reader.Current.IsSymbol("-")
        && reader.Next.Kind == ExpressionTokenKind.Number
        && reader.Current.Span.End == reader.Next.Span.Start;

    private ValueSyntax Negative()
    {
        var sign = reader.Take();
        var number = reader.Take();
        return new ValueSyntax(number with { Text = "-" + number.Text, Span = TextSpan.FromBounds(sign.Span.Start, number.Span.End) });
    }
}
