using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// Reads a condition or a filter as DynamoDB's grammar has it, checks that its types fit, and yields its text with placeholders. Parentheses stay where they were written.
/// </summary>
internal sealed class ConditionParser(ExpressionReader reader, ExpressionScope scope)
{
    private static readonly string[] Comparators = ["=", "<>", "<=", ">=", "<", ">"];

    private readonly OperandParser _operands = new(reader, scope);

    /// <summary>How many operators and functions were read; DynamoDB allows 300.</summary>
    public int Operators { get; private set; }

    /// <exception cref="ExpressionException">The text is no condition, or its types do not fit.</exception>
    public static string Parse(string text, ExpressionScope scope)
    {
        var reader = new ExpressionReader(text);
        var parser = new ConditionParser(reader, scope);
        var condition = parser.Or();
        if (reader.Current.Kind != ExpressionTokenKind.End)
        {
            throw reader.Unexpected("AND, OR or the end");
        }

        return parser.Operators <= 300 ? condition : throw new ExpressionException($"has {parser.Operators} operators; DynamoDB allows 300");
    }

    private string Or()
    {
        var text = And();
        while (reader.TryWord("OR"))
        {
            Operators++;
            text = $"{text} OR {And()}";
        }

        return text;
    }

    private string And()
    {
        var text = Not();
        while (reader.TryWord("AND"))
        {
            Operators++;
            text = $"{text} AND {Not()}";
        }

        return text;
    }

    private string Not()
    {
        if (reader.TryWord("NOT"))
        {
            Operators++;
            return $"NOT {Not()}";
        }

        if (reader.TrySign("("))
        {
            var inner = Or();
            reader.ExpectSign(")");
            return $"({inner})";
        }

        Operators++;
        return Function() ?? Comparison();
    }

    private string? Function()
    {
        foreach (var name in new[] { "attribute_exists", "attribute_not_exists" })
        {
            if (reader.IsFunction(name))
            {
                return $"{name}({Arguments(1)[0]})";
            }
        }

        if (reader.IsFunction("begins_with"))
        {
            return BeginsWith();
        }

        return reader.IsFunction("contains") ? Contains() : null;
    }

    private string[] Arguments(int count)
    {
        reader.Take();
        reader.ExpectSign("(");
        var paths = new string[count];
        for (var i = 0; i < count; i++)
        {
            var path = _operands.Path();
            paths[i] = path.Text(scope, path.Type!);
        }

        reader.ExpectSign(")");
        return paths;
    }

    private string BeginsWith()
    {
        var (path, value) = PathAndValue();
        return Stored(path.Type!) is ScalarValue { Kind: ScalarKind.String } or ScalarValue { Kind: ScalarKind.Binary }
            ? $"begins_with({path.Text(scope, path.Type!)}, {value.Text(scope, Stored(path.Type!))})"
            : throw new ExpressionException("asks with begins_with for the beginning of what is neither text nor bytes");
    }

    private string Contains()
    {
        var (path, value) = PathAndValue();
        var element = Stored(path.Type!) switch
        {
            SetValue set => set.Element,
            ListValue list => list.Element,
            ScalarValue { Kind: ScalarKind.String } text => text,
            _ => throw new ExpressionException("asks with contains for a part of what is neither text, a set nor a list"),
        };
        return $"contains({path.Text(scope, path.Type!)}, {value.Text(scope, element)})";
    }

    private (StoredOperand Path, Operand Value) PathAndValue()
    {
        reader.Take();
        reader.ExpectSign("(");
        var path = _operands.Path();
        reader.ExpectSign(",");
        var value = _operands.Operand();
        reader.ExpectSign(")");
        return (path, value);
    }

    private string Comparison()
    {
        var left = _operands.Operand();
        if (reader.TryWord("BETWEEN"))
        {
            var lower = _operands.Operand();
            if (!reader.TryWord("AND"))
            {
                throw reader.Unexpected("AND");
            }

            var upper = _operands.Operand();
            var ranged = Ordered(Common([left, lower, upper]));
            return $"{left.Text(scope, ranged)} BETWEEN {lower.Text(scope, ranged)} AND {upper.Text(scope, ranged)}";
        }

        if (reader.TryWord("IN"))
        {
            return In(left);
        }

        var comparator = Comparators.FirstOrDefault(reader.TrySign) ?? throw reader.Unexpected("a comparison");
        var right = _operands.Operand();
        var type = Common([left, right]);
        type = comparator is "=" or "<>" ? type : Ordered(type);
        return $"{left.Text(scope, type)} {comparator} {right.Text(scope, type)}";
    }

    private string In(Operand left)
    {
        reader.ExpectSign("(");
        var choices = new List<Operand>();
        do
        {
            choices.Add(_operands.Operand());
        }
        while (reader.TrySign(","));
        reader.ExpectSign(")");
        if (choices.Count > 100)
        {
            throw new ExpressionException($"has {choices.Count} values behind IN; DynamoDB allows 100");
        }

        var type = Common([left, .. choices]);
        return $"{left.Text(scope, type)} IN ({string.Join(", ", choices.Select(choice => choice.Text(scope, type)))})";
    }

    /// <summary>The type that all sides share, taken from those that are stored.</summary>
    private static ValueModel Common(IReadOnlyList<Operand> operands)
    {
        var types = operands.Select(operand => operand.Type).OfType<ValueModel>().ToArray();
        if (types.Length == 0)
        {
            throw new ExpressionException("compares values with each other; one side must be a property");
        }

        var type = types[0];
        return types.All(other => other.Signature == type.Signature) ? type : throw new ExpressionException("compares properties that are stored in different forms");
    }

    /// <summary>The type, if its stored form sorts as its values do.</summary>
    private static ValueModel Ordered(ValueModel type) => Stored(type) switch
    {
        ScalarValue { Kind: not (ScalarKind.Boolean or ScalarKind.Guid) } => type,
        EnumValue { IsNumber: true } => type,
        _ => throw new ExpressionException($"orders {type.TypeName.Replace("global::", string.Empty)}, whose stored form has no meaningful order; compare with = or <>"),
    };

    private static ValueModel Stored(ValueModel type) => type is ConvertedValue converted ? Stored(converted.Stored) : type;
}
