using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// Makes a condition mean for an absent attribute what it means for the value that the attribute stands for. DynamoDB itself compares nothing with what
/// is absent, but for <c>&lt;&gt;</c>, which then holds.
/// </summary>
internal static class AbsentOperands
{
    /// <summary>A comparison, whatever is absent.</summary>
    /// <param name="comparison">The comparison as it was declared.</param>
    /// <param name="left">What its left side looks at, or null for a value.</param>
    /// <param name="right">What its right side looks at, or null for a value.</param>
    /// <param name="type">The type of both.</param>
    /// <exception cref="ExpressionException">DynamoDB has no expression for it.</exception>
    public static Condition Cover(Comparison comparison, TestedPath? left, TestedPath? right, ValueModel type)
    {
        if (left is not null && right is not null)
        {
            RefuseTwo(left, right, comparison.Comparator is Comparator.Equal or Comparator.NotEqual);
            return comparison;
        }

        return left is not null ? Cover(comparison, left, comparison.Right, comparison.Comparator, type)
            : right is not null ? Cover(comparison, right, comparison.Left, Turned(comparison.Comparator), type)
            : comparison;
    }

    /// <summary>A condition that never holds for what is absent, made to hold where all tests of the default do.</summary>
    public static Condition CoverAll(Condition condition, TestedPath tested, ValueModel type, params (Comparator Comparator, Operand Value)[] tests) =>
        Cover(condition, tested, type, tests, answers => answers.All(answer => answer), ValueTest.All);

    /// <summary>A condition that never holds for what is absent, made to hold where any test of the default does.</summary>
    public static Condition CoverAny(Condition condition, TestedPath tested, ValueModel type, params (Comparator Comparator, Operand Value)[] tests) =>
        Cover(condition, tested, type, tests, answers => answers.Any(answer => answer), tests => ValueTest.Any(tests));

    private static Condition Cover(Comparison comparison, TestedPath tested, Operand other, Comparator comparator, ValueModel type)
    {
        var value = ((ValueOperand)other).Value;
        var holdsIfAbsent = comparator == Comparator.NotEqual;
        if (type is SetValue)
        {
            // An empty set cannot be sent; to compare with it is to ask whether the attribute is there.
            var isEmpty = new DefaultComparison(Comparator.Equal, (TypedValue)value);
            return new Choice(isEmpty, new Existence(tested.Path.Path, IsThere: holdsIfAbsent), comparison);
        }

        if (!tested.MeansDefault)
        {
            return comparison;
        }

        var (known, test) = DefaultValues.Compare(comparator, type, value);
        var covered = holdsIfAbsent
            ? Condition.All([comparison, new Existence(tested.Path.Path, IsThere: true)])!
            : OrAbsent(comparison, tested);
        var differs = known is { } answer ? answer != holdsIfAbsent : (bool?)null;
        return differs == false ? comparison
            : differs == true ? covered
            : new Choice(holdsIfAbsent ? test!.Opposite : test!, covered, comparison);
    }

    private static Condition Cover(
        Condition condition,
        TestedPath tested,
        ValueModel type,
        (Comparator Comparator, Operand Value)[] tests,
        Func<IEnumerable<bool>, bool> decide,
        Func<ValueTest[], ValueTest> combine)
    {
        if (!tested.MeansDefault)
        {
            return condition;
        }

        if (tests.Any(test => test.Value is not ValueOperand))
        {
            throw new ExpressionException($"compares '{tested.Path.Root.Property}', which may be absent, with another property; compare each with a parameter");
        }

        var answers = tests.Select(test => DefaultValues.Compare(test.Comparator, type, ((ValueOperand)test.Value).Value)).ToArray();
        var open = answers.Select(answer => answer.Test).OfType<ValueTest>().ToArray();
        var known = answers.Select(answer => answer.Known).ToArray();
        if (open.Length == 0 || decide(known.Select(answer => answer ?? false)) || !decide(known.Select(answer => answer ?? true)))
        {
            return decide(known.Select(answer => answer ?? false)) ? OrAbsent(condition, tested) : condition;
        }

        return new Choice(open.Length == 1 ? open[0] : combine(open), OrAbsent(condition, tested), condition);
    }

    private static AnyOf OrAbsent(Condition condition, TestedPath tested) =>
        new(new EquatableArray<Condition>([condition, new Existence(tested.Path.Path, IsThere: false)]));

    /// <summary>Two nulls are equal to a reader and not to DynamoDB; in no order are they for either.</summary>
    private static void RefuseTwo(TestedPath left, TestedPath right, bool isEquality)
    {
        if (left.MeansDefault || right.MeansDefault
            || (isEquality && left.Path.Absence == PathAbsence.Null && right.Path.Absence == PathAbsence.Null))
        {
            var absent = left.Path.Absence == PathAbsence.Never ? right : left;
            throw new ExpressionException($"compares '{absent.Path.Root.Property}', which may be absent, with another property; compare each with a parameter");
        }
    }

    /// <summary>The comparison with its sides changed.</summary>
    private static Comparator Turned(Comparator comparator) => comparator switch
    {
        Comparator.Less => Comparator.Greater,
        Comparator.LessOrEqual => Comparator.GreaterOrEqual,
        Comparator.Greater => Comparator.Less,
        Comparator.GreaterOrEqual => Comparator.LessOrEqual,
        _ => comparator,
    };
}

/// <summary>What an operand looks at: an attribute or something inside of one, or its size.</summary>
/// <param name="Path">The attribute.</param>
/// <param name="IsSize">Whether it is the size.</param>
internal sealed record TestedPath(BoundPath Path, bool IsSize)
{
    /// <summary>Whether nothing at the path means the default of the type; the size of a set that is absent is zero.</summary>
    public bool MeansDefault => Path.Absence == PathAbsence.Default
        ? !IsSize || Path.Type is SetValue or ListValue or DictionaryValue or ScalarValue { Kind: ScalarKind.String or ScalarKind.Binary }
        : IsSize && Path is { Absence: PathAbsence.Null, Type: SetValue, Last.Value: NullableValue };
}
