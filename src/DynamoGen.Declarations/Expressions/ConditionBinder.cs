using System.Globalization;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Finds what a declared condition or filter means, and checks that its types fit.</summary>
internal sealed class ConditionBinder(ExpressionScope scope)
{
    private const int MostOperators = 300;

    private static readonly string[] AttributeTypes = ["S", "SS", "N", "NS", "B", "BS", "BOOL", "NULL", "L", "M"];

    private readonly OperandBinder _operands = new(scope, isOptional: true);

    /// <exception cref="ExpressionException">The text is no condition, or its types do not fit.</exception>
    public static Condition Bind(string text, ExpressionScope scope)
    {
        var syntax = ParsedExpression.OfCondition(text, ExpressionDialect.Declared);
        if (syntax.Problem is { } problem)
        {
            throw new ExpressionException(problem.Message);
        }

        var condition = new ConditionBinder(scope).Bind(syntax.Condition!);
        return syntax.Operators <= MostOperators
            ? condition
            : throw new ExpressionException($"has {syntax.Operators.ToString(CultureInfo.InvariantCulture)} operators; "
                + $"DynamoDB allows {MostOperators.ToString(CultureInfo.InvariantCulture)}");
    }

    private Condition Bind(ConditionSyntax condition) => condition switch
    {
        AndSyntax and => Condition.All(and.Conditions.Select(Bind))!,
        OrSyntax or => new AnyOf(new EquatableArray<Condition>(or.Conditions.Select(Bind))),
        NotSyntax not => OptionalConditions.Negate(Bind(not.Inner)),
        ComparisonSyntax comparison => WhereGiven(Comparison(comparison)),
        BetweenSyntax between => WhereGiven(Between(between)),
        InSyntax oneOf => WhereGiven(OneOf(oneOf)),
        CallSyntax call => WhereGiven(Call(call.Function)),
        _ => throw new ArgumentException("The condition is of no kind that DynamoDB has.", nameof(condition)),
    };

    /// <summary>A condition that is left out where a parameter of it is null.</summary>
    private Condition WhereGiven(Condition condition) => _operands.TakeGiven() is { } isGiven ? new WhereGiven(isGiven, condition) : condition;

    private Condition Comparison(ComparisonSyntax comparison)
    {
        var comparator = comparison.Operator switch
        {
            "=" => Comparator.Equal,
            "<>" => Comparator.NotEqual,
            "<" => Comparator.Less,
            "<=" => Comparator.LessOrEqual,
            ">" => Comparator.Greater,
            _ => Comparator.GreaterOrEqual,
        };
        var type = Common([comparison.Left, comparison.Right]);
        type = comparator is Comparator.Equal or Comparator.NotEqual ? type : Ordered(type);
        var declared = new Comparison(_operands.Bind(comparison.Left, type), comparator, _operands.Bind(comparison.Right, type));
        return AbsentOperands.Cover(declared, _operands.Tested(comparison.Left), _operands.Tested(comparison.Right), type);
    }

    private Condition Between(BetweenSyntax between)
    {
        var type = Ordered(Common([between.Tested, between.Low, between.High]));
        if (_operands.MayBeNull(between.Low) || _operands.MayBeNull(between.High))
        {
            return Condition.All([
                WhereGiven(Comparison(new ComparisonSyntax(between.Tested, ">=", between.Low))),
                WhereGiven(Comparison(new ComparisonSyntax(between.Tested, "<=", between.High))),
            ])!;
        }

        var declared = new Between(_operands.Bind(between.Tested, type), _operands.Bind(between.Low, type), _operands.Bind(between.High, type));
        RefuseAbsent([between.Low, between.High]);
        return _operands.Tested(between.Tested) is { } tested
            ? AbsentOperands.CoverAll(declared, tested, type, (Comparator.GreaterOrEqual, declared.Low), (Comparator.LessOrEqual, declared.High))
            : declared;
    }

    private Condition OneOf(InSyntax oneOf)
    {
        if (_operands.TypeOf(oneOf.Tested) is { } element && _operands.Listed(oneOf.Candidates, element) is { } listed)
        {
            return OneOf(oneOf.Tested, element, listed);
        }

        if (oneOf.Candidates.FirstOrDefault(_operands.MayBeNull) is ValueSyntax optional)
        {
            throw new ExpressionException($"has '{{{optional.Token.Text}}}', which may be null, behind IN; take a list of all values");
        }

        if (oneOf.Candidates.Count > ListedValues.Most)
        {
            throw new ExpressionException($"has {oneOf.Candidates.Count.ToString(CultureInfo.InvariantCulture)} values behind IN; "
                + $"DynamoDB allows {ListedValues.Most.ToString(CultureInfo.InvariantCulture)}");
        }

        var type = Common([oneOf.Tested, .. oneOf.Candidates]);
        if (type is SetValue)
        {
            throw new ExpressionException("looks for a set behind IN, which may be empty and then is absent; compare with =");
        }

        var choices = oneOf.Candidates.Select(candidate => _operands.Bind(candidate, type)).ToArray();
        var declared = new OneOf(_operands.Bind(oneOf.Tested, type), new EquatableArray<Operand>(choices));
        RefuseAbsent(oneOf.Candidates);
        return _operands.Tested(oneOf.Tested) is { } tested
            ? AbsentOperands.CoverAny(declared, tested, type, [.. choices.Select(choice => (Comparator.Equal, choice))])
            : declared;
    }

    /// <summary>DynamoDB has no empty list behind IN; nothing is one of its values.</summary>
    private Choice OneOf(OperandSyntax operand, ValueModel type, ListedValues listed)
    {
        if (type is SetValue)
        {
            throw new ExpressionException("looks for a set behind IN, which may be empty and then is absent; compare with =");
        }

        var tested = _operands.Tested(operand)!;
        Condition declared = new OneOfList(_operands.Bind(operand, type), listed);
        if (tested.MeansDefault)
        {
            var absent = new Existence(tested.Path.Path, IsThere: false);
            declared = new Choice(new AnyDefaultTest(listed), new AnyOf(new EquatableArray<Condition>([declared, absent])), declared);
        }

        return new Choice(new EmptyTest(listed), Condition.Never(tested.Path.Path), declared);
    }

    private Condition Call(FunctionSyntax function) => function.Name.Text.ToLowerInvariant() switch
    {
        "attribute_exists" => new Existence(_operands.Argument(function).Path, IsThere: true),
        "attribute_not_exists" => new Existence(_operands.Argument(function).Path, IsThere: false),
        "attribute_type" => TypeTest(function),
        "begins_with" => BeginsWith(function),
        "contains" => Contains(function),
        var name => throw new ExpressionException($"has '{name}' where a condition is expected; "
            + "DynamoDB has attribute_exists, attribute_not_exists, attribute_type, begins_with and contains"),
    };

    private TypeTest TypeTest(FunctionSyntax function)
    {
        var (path, type) = PathAndValue(function);
        return type is ValueSyntax { Token: { Kind: ExpressionTokenKind.Text } token } && AttributeTypes.Contains(token.Text)
            ? new TypeTest(path.Path, new ConstantValue(ConstantKind.Text, token.Text))
            : throw new ExpressionException("asks with attribute_type for what is no type; "
                + $"it is one of {string.Join(", ", AttributeTypes)}, in single quotes");
    }

    /// <summary>A property that is compared with another one must be there.</summary>
    private void RefuseAbsent(IEnumerable<OperandSyntax> operands)
    {
        foreach (var tested in operands.Select(_operands.Tested).OfType<TestedPath>().Where(tested => tested.MeansDefault))
        {
            throw new ExpressionException($"compares with '{tested.Path.Root.Property}', which may be absent; compare it with a parameter");
        }
    }

    private Condition BeginsWith(FunctionSyntax function)
    {
        var (path, beginning) = PathAndValue(function);
        var stored = Stored(path.OfOwnType().Type);
        if (stored is not ScalarValue { Kind: ScalarKind.String or ScalarKind.Binary })
        {
            throw new ExpressionException("asks with begins_with for the beginning of what is neither text nor bytes");
        }

        var declared = new BeginsWith(path.Path, _operands.Bind(beginning, stored));
        return AbsentOperands.CoverAll(declared, new TestedPath(path, IsSize: false), stored, (Comparator.Equal, declared.Beginning));
    }

    private Condition Contains(FunctionSyntax function)
    {
        var (path, part) = PathAndValue(function);
        var element = Stored(path.OfElements().Type) switch
        {
            SetValue set => set.Element,
            ListValue list => list.Element,
            ScalarValue { Kind: ScalarKind.String } text => text,
            _ => throw new ExpressionException("asks with contains for a part of what is neither text, a set nor a list"),
        };
        var declared = new Contains(path.Path, _operands.Bind(part, element));
        return element is ScalarValue && Stored(path.Type) == element
            ? AbsentOperands.CoverAll(declared, new TestedPath(path, IsSize: false), element, (Comparator.Equal, declared.Part))
            : declared;
    }

    private (BoundPath Path, OperandSyntax Value) PathAndValue(FunctionSyntax function) =>
        function.Arguments.Count == 2 ? (_operands.Path(function.Arguments[0]), function.Arguments[1]) : throw OperandBinder.Arguments(function, 2);

    /// <summary>The type that all sides share, taken from those that are stored.</summary>
    private ValueModel Common(IReadOnlyList<OperandSyntax> operands)
    {
        var types = operands.Select(_operands.TypeOf).OfType<ValueModel>().ToArray();
        if (types.Length == 0)
        {
            throw new ExpressionException("compares values with each other; one side must be a property");
        }

        var type = types[0];
        return types.All(other => other.Signature == type.Signature)
            ? type
            : throw new ExpressionException("compares properties that are stored in different forms");
    }

    /// <summary>The type, if its stored form sorts as its values do.</summary>
    private static ValueModel Ordered(ValueModel type) => Stored(type) switch
    {
        ScalarValue { Kind: not (ScalarKind.Boolean or ScalarKind.Guid) } => type,
        EnumValue { IsNumber: true } => type,
        _ => throw new ExpressionException($"orders {TypeNames.Readable(type.TypeName)}, whose stored form has no meaningful order; compare with = or <>"),
    };

    private static ValueModel Stored(ValueModel type) => type is ConvertedValue converted ? Stored(converted.Stored) : type;
}
