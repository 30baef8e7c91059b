namespace DynamoGen.Declarations.Syntax;

/// <summary>Reads conditions; NOT binds more than AND, and AND more than OR.</summary>
internal sealed class ConditionParser(ExpressionReader reader)
{
    private static readonly string[] Comparators = ["=", "<>", "<=", ">=", "<", ">"];

    private readonly OperandParser _operands = new(reader);

    /// <summary>How many operators and functions were read; DynamoDB allows 300.</summary>
    public int Operators { get; private set; }

    public ConditionSyntax? Parse() => reader.Nested(Or);

    private ConditionSyntax? Or() => Several("OR", And, conditions => new OrSyntax(conditions));

    private ConditionSyntax? And() => Several("AND", Not, conditions => new AndSyntax(conditions));

    /// <summary>One condition, or several with a keyword between them. They lie beside each other, however many there are.</summary>
    private ConditionSyntax? Several(string keyword, Func<ConditionSyntax?> read, Func<IReadOnlyList<ConditionSyntax>, ConditionSyntax> combine)
    {
        var conditions = new List<ConditionSyntax>();
        do
        {
            if (read() is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
        }
        while (reader.TakeKeyword(keyword));

        Operators += conditions.Count - 1;
        return conditions.Count == 1 ? conditions[0] : combine(conditions);
    }

    private ConditionSyntax? Not()
    {
        if (!reader.TakeKeyword("NOT"))
        {
            return Term();
        }

        Operators++;
        return reader.Nested(Not) is { } inner ? new NotSyntax(inner) : null;
    }

    private ConditionSyntax? Term()
    {
        if (reader.TakeSymbol("("))
        {
            var inner = Parse();
            reader.ExpectSymbol(")");
            return inner;
        }

        Operators++;
        return _operands.Operand() is { } operand ? After(operand) : null;
    }

    private ConditionSyntax? After(OperandSyntax operand)
    {
        if (reader.TakeKeyword("BETWEEN"))
        {
            return Between(operand);
        }

        if (reader.TakeKeyword("IN"))
        {
            return In(operand);
        }

        if (Comparators.FirstOrDefault(reader.TakeSymbol) is { } comparator)
        {
            return _operands.Operand() is { } right ? new ComparisonSyntax(operand, comparator, right) : null;
        }

        return operand is FunctionSyntax function ? new CallSyntax(function) : reader.FailExpecting<ConditionSyntax>("a comparison");
    }

    /// <summary>Values in parentheses, or in a declaration a parameter that holds them.</summary>
    private InSyntax? In(OperandSyntax tested)
    {
        if (reader.Current.Kind == ExpressionTokenKind.Parameter)
        {
            return _operands.Operand() is { } list ? new InSyntax(tested, [list]) : null;
        }

        reader.ExpectSymbol("(");
        var candidates = reader.List(_operands.Operand);
        reader.ExpectSymbol(")");
        return new InSyntax(tested, candidates);
    }

    private BetweenSyntax? Between(OperandSyntax tested)
    {
        if (_operands.Operand() is not { } low)
        {
            return null;
        }

        if (!reader.TakeKeyword("AND"))
        {
            return reader.FailExpecting<BetweenSyntax>("AND");
        }

        return _operands.Operand() is { } high ? new BetweenSyntax(tested, low, high) : null;
    }
}
