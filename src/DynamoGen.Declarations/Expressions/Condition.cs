using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>A condition on one item, whose names and values are known.</summary>
internal abstract record Condition
{
    /// <summary>The conditions that must all be met for this one.</summary>
    public virtual IEnumerable<Condition> Conjuncts => [this];

    /// <summary>What the condition looks at.</summary>
    public IEnumerable<ItemPath> Paths => this switch
    {
        AllOf all => all.Conditions.SelectMany(part => part.Paths),
        AnyOf any => any.Conditions.SelectMany(part => part.Paths),
        Negation negation => negation.Inner.Paths,
        Choice choice => choice.Then.Paths.Concat(choice.Otherwise.Paths),
        Comparison comparison => comparison.Left.Paths.Concat(comparison.Right.Paths),
        Between between => between.Tested.Paths.Concat(between.Low.Paths).Concat(between.High.Paths),
        WhereGiven given => given.Inner.Paths,
        GivenFilter => [],
        OneOfList oneOf => oneOf.Tested.Paths,
        OneOf oneOf => oneOf.Tested.Paths.Concat(oneOf.Choices.SelectMany(choice => choice.Paths)),
        Existence existence => [existence.Path],
        BeginsWith beginsWith => beginsWith.Beginning.Paths.Concat([beginsWith.Path]),
        Contains contains => contains.Part.Paths.Concat([contains.Path]),
        TypeTest test => [test.Path],
        _ => throw new InvalidOperationException("The condition is of no known kind."),
    };

    /// <summary>The same test of another path; conditions that others are made of do not change.</summary>
    public Condition Renamed(ItemPath from, ItemPath to)
    {
        ItemPath Of(ItemPath path) => path == from ? to : path;
        return this switch
        {
            Comparison comparison => comparison with { Left = comparison.Left.Renamed(from, to), Right = comparison.Right.Renamed(from, to) },
            Between between => new Between(between.Tested.Renamed(from, to), between.Low.Renamed(from, to), between.High.Renamed(from, to)),
            OneOf oneOf => new OneOf(
                oneOf.Tested.Renamed(from, to), new EquatableArray<Operand>(oneOf.Choices.Select(choice => choice.Renamed(from, to)))),
            OneOfList oneOf => oneOf with { Tested = oneOf.Tested.Renamed(from, to) },
            Existence existence => existence with { Path = Of(existence.Path) },
            BeginsWith beginsWith => new BeginsWith(Of(beginsWith.Path), beginsWith.Beginning.Renamed(from, to)),
            Contains contains => new Contains(Of(contains.Path), contains.Part.Renamed(from, to)),
            TypeTest test => test with { Path = Of(test.Path) },
            _ => this,
        };
    }

    /// <summary>Whether an item that meets the condition has something at a path; a test for NULL proves nothing.</summary>
    public bool Proves(ItemPath path) => this switch
    {
        Existence existence => existence.IsThere && path.Covers(existence.Path),
        Comparison comparison => comparison.Comparator != Comparator.NotEqual && (IsInside(comparison.Left, path) || IsInside(comparison.Right, path)),
        Between between => IsInside(between.Tested, path),
        OneOf oneOf => IsInside(oneOf.Tested, path),
        OneOfList oneOf => IsInside(oneOf.Tested, path),
        BeginsWith beginsWith => path.Covers(beginsWith.Path),
        Contains contains => path.Covers(contains.Path),
        TypeTest test => path.Covers(test.Path) && !(test.Path == path && test.IsOfNull),
        _ => false,
    };

    /// <summary>The test that must hold for anything of the condition to be sent; null where something always is.</summary>
    public ValueTest? WhenSent => this switch
    {
        GivenFilter given => given.IsGiven,
        WhereGiven given => given.Inner.WhenSent is { } inner ? ValueTest.All(given.IsGiven, inner) : given.IsGiven,
        AllOf all => AnySent(all.Conditions),
        AnyOf any => AnySent(any.Conditions),
        Negation negation => negation.Inner.WhenSent,
        _ => null,
    };

    /// <summary>A condition that no item meets.</summary>
    public static Condition Never(ItemPath path) => All([new Existence(path, IsThere: true), new Existence(path, IsThere: false)])!;

    /// <summary>That all of some conditions are met; null where there are none.</summary>
    public static Condition? All(IEnumerable<Condition> conditions)
    {
        var all = conditions.SelectMany(condition => condition.Conjuncts).ToArray();
        return all.Length > 1 ? new AllOf(new EquatableArray<Condition>(all)) : all.FirstOrDefault();
    }

    private static ValueTest? AnySent(IEnumerable<Condition> conditions)
    {
        var tests = conditions.Select(condition => condition.WhenSent).ToArray();
        return tests.Contains(null) ? null : ValueTest.Any(tests.OfType<ValueTest>().Distinct());
    }

    private static bool IsInside(Operand operand, ItemPath path) => operand switch
    {
        PathOperand inner => path.Covers(inner.Path),
        SizeOperand inner => path.Covers(inner.Path),
        _ => false,
    };
}

/// <summary>All of several conditions.</summary>
internal sealed record AllOf(EquatableArray<Condition> Conditions) : Condition
{
    public override IEnumerable<Condition> Conjuncts => Conditions;
}

/// <summary>At least one of several conditions.</summary>
internal sealed record AnyOf(EquatableArray<Condition> Conditions) : Condition;

/// <summary>That a condition is not met.</summary>
internal sealed record Negation(Condition Inner) : Condition;

/// <summary>One of two conditions, as a test of the call's values decides.</summary>
/// <param name="Test">The test.</param>
/// <param name="Then">The condition where it holds.</param>
/// <param name="Otherwise">The condition as it was declared.</param>
internal sealed record Choice(ValueTest Test, Condition Then, Condition Otherwise) : Condition;

/// <summary>A condition that is left out of what it is a part of where a value that it compares with is null.</summary>
/// <param name="IsGiven">Whether no value is null.</param>
/// <param name="Inner">The condition.</param>
internal sealed record WhereGiven(ValueTest IsGiven, Condition Inner) : Condition;

/// <summary>One operand compared with another.</summary>
internal sealed record Comparison(Operand Left, Comparator Comparator, Operand Right) : Condition;

/// <summary>An operand between two bounds, both of them included.</summary>
internal sealed record Between(Operand Tested, Operand Low, Operand High) : Condition;

/// <summary>An operand that is one of several.</summary>
internal sealed record OneOf(Operand Tested, EquatableArray<Operand> Choices) : Condition;

/// <summary>An operand that is one of a list's values, of which there is at least one.</summary>
internal sealed record OneOfList(Operand Tested, ListedValues Choices) : Condition;

/// <summary>Whether there is an attribute.</summary>
internal sealed record Existence(ItemPath Path, bool IsThere) : Condition;

/// <summary>What a text or bytes begin with.</summary>
internal sealed record BeginsWith(ItemPath Path, Operand Beginning) : Condition;

/// <summary>What is a part of a text, or an element of a set or a list.</summary>
internal sealed record Contains(ItemPath Path, Operand Part) : Condition;

/// <summary>The type of an attribute.</summary>
/// <param name="Path">The attribute.</param>
/// <param name="Descriptor">The constant that names the type, such as <c>S</c>.</param>
internal sealed record TypeTest(ItemPath Path, ConstantValue Descriptor) : Condition
{
    private const string Null = "NULL";

    /// <summary>Whether it asks for a NULL that was written.</summary>
    public bool IsOfNull => Descriptor.Text == Null;

    /// <summary>That a NULL was written.</summary>
    public static TypeTest OfNull(ItemPath path) => new(path, new ConstantValue(ConstantKind.Text, Null));
}

/// <summary>How two operands are compared.</summary>
internal enum Comparator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
