using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>A question about values that are known once a call is made. Its answer says which parts of an expression are sent.</summary>
internal abstract record ValueTest
{
    /// <summary>The opposite question.</summary>
    public virtual ValueTest Opposite => new NoTest(this);

    public static ValueTest All(params ValueTest[] tests) => new AllTests(new EquatableArray<ValueTest>(tests));

    public static ValueTest Any(IEnumerable<ValueTest> tests) => new AnyTest(new EquatableArray<ValueTest>(tests));
}

/// <summary>
/// Whether the default of a value's type (zero, false, empty) compares so with the value; <c>Equal</c> asks whether the value is the default.
/// </summary>
internal sealed record DefaultComparison(Comparator Comparator, TypedValue Value) : ValueTest;

/// <summary>Whether a value is null.</summary>
internal sealed record NullTest(TypedValue Value) : ValueTest;

/// <summary>Whether the answer to a question is no.</summary>
internal sealed record NoTest(ValueTest Test) : ValueTest
{
    public override ValueTest Opposite => Test;
}

/// <summary>Whether all of several answers are yes.</summary>
internal sealed record AllTests(EquatableArray<ValueTest> Tests) : ValueTest;

/// <summary>Whether at least one of several answers is yes.</summary>
internal sealed record AnyTest(EquatableArray<ValueTest> Tests) : ValueTest;
