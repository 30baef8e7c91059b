namespace DynamoGen.Analyzers.Expressions;

/// <summary>Parses conditions; NOT binds more than AND, AND more than OR.</summary>
internal sealed class ConditionParser(ExpressionReader reader)
{
    private static readonly string[] Comparators = ["=", "<>", "<=", ">=", "<", ">"];

    public Condition? Parse() => reader.Nested(Or);

    private Condition? Or()
    {
        var left = And();
        while (left is not null && reader.TakeKeyword("OR"))
        {
            left = And() is { } right ? new Condition.Or(left, right) : null;
        }

        return left;
    }

    private Condition? And()
    {
        var left = Not();
        while (left is not null && reader.TakeKeyword("AND"))
        {
            left = Not() is { } right ? new Condition.And(left, right) : null;
        }

        return left;
    }

    private Condition? Not() =>
        reader.TakeKeyword("NOT")
            ? reader.Nested(Not) is { } inner ? new Condition.Not(inner) : null
            : Term();

    private Condition? Term()
    {
        if (reader.TakeSymbol("("))
        {
            var inner = Parse();
            reader.Expect(reader.TakeSymbol(")"));
            return inner;
        }

        return reader.Operand() is { } operand ? After(operand) : null;
    }

    private Condition? After(Operand operand)
    {
        if (reader.TakeKeyword("BETWEEN"))
        {
            var low = reader.Operand();
            reader.Expect(reader.TakeKeyword("AND"));
            var high = reader.Operand();
            return low is null || high is null ? null : new Condition.Between(operand, low, high);
        }

        if (reader.TakeKeyword("IN"))
        {
            reader.Expect(reader.TakeSymbol("("));
            var candidates = reader.List(reader.Operand);
            reader.Expect(reader.TakeSymbol(")"));
            return new Condition.In(operand, candidates);
        }

        if (Comparators.FirstOrDefault(reader.TakeSymbol) is { } comparator)
        {
            return reader.Operand() is { } right ? new Condition.Comparison(operand, comparator, right) : null;
        }

        return operand is Operand.Function function ? new Condition.Call(function) : reader.Fail<Condition>();
    }
}
