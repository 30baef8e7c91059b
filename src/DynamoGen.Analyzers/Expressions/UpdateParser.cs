namespace DynamoGen.Analyzers.Expressions;

/// <summary>Parses the clauses SET, REMOVE, ADD and DELETE of an update.</summary>
internal sealed class UpdateParser(ExpressionReader reader)
{
    public void Parse()
    {
        do
        {
            if (reader.TakeKeyword("SET"))
            {
                reader.List(Assignment);
            }
            else if (reader.TakeKeyword("REMOVE"))
            {
                reader.List(reader.Path);
            }
            else if (reader.TakeKeyword("ADD") || reader.TakeKeyword("DELETE"))
            {
                reader.List(PathAndValue);
            }
            else
            {
                reader.Expect(false);
            }
        }
        while (!reader.HasFailed && reader.Current.Kind != ExpressionTokenKind.End);
    }

    private AttributePath? Assignment()
    {
        var target = reader.Path();
        reader.Expect(reader.TakeSymbol("="));
        return Sum() is null ? null : target;
    }

    private Operand? Sum() => reader.Nested(() =>
    {
        var operand = Term();
        while (operand is not null && (reader.TakeSymbol("+") || reader.TakeSymbol("-")))
        {
            operand = Term();
        }

        return operand;
    });

    private Operand? Term()
    {
        if (!reader.TakeSymbol("("))
        {
            return reader.Operand();
        }

        var inner = Sum();
        reader.Expect(reader.TakeSymbol(")"));
        return inner;
    }

    private AttributePath? PathAndValue()
    {
        var target = reader.Path();
        reader.Expect(reader.Operand() is Operand.Value);
        return target;
    }
}
