using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>A question about values that are known once a call is made. Its answer says which parts of an expression are sent.</summary>
internal abstract record ValueTest
{
    /// <summary>The opposite question.</summary>
    public virtual ValueTest Opposite => new NoTest(this);

    /// <summary>Whether all answers are yes.</summary>
    public static ValueTest All(params ValueTest[] tests)
    {
        var all = tests.SelectMany(test => test is AllTests several ? several.Tests.AsEnumerable() : [test]).Distinct().ToArray();
        return all.Length == 1 ? all[0] : new AllTests(new EquatableArray<ValueTest>(all));
    }

    /// <summary>Whether one of the answers is yes.</summary>
    public static ValueTest Any(IEnumerable<ValueTest> tests)
    {
        var any = tests.Distinct().ToArray();
        return any.Length == 1 ? any[0] : new AnyTest(new EquatableArray<ValueTest>(any));
    }
}

/// <summary>
/// Whether the default of a value's type (zero, false, empty) compares so with the value; <c>Equal</c> asks whether the value is the default.
/// </summary>
internal sealed record DefaultComparison(Comparator Comparator, TypedValue Value) : ValueTest;

/// <summary>Whether a value is null.</summary>
internal sealed record NullTest(ValueSource Source) : ValueTest;

/// <summary>Whether a patch does something with a property.</summary>
internal sealed record ChangeTest(ChangeSource Source, ChangeKind Kind) : ValueTest;

/// <summary>Whether the answer to a question is no.</summary>
internal sealed record NoTest(ValueTest Test) : ValueTest
{
    public override ValueTest Opposite => Test;
}

/// <summary>Whether all of several answers are yes.</summary>
internal sealed record AllTests(EquatableArray<ValueTest> Tests) : ValueTest;

/// <summary>Whether at least one of several answers is yes.</summary>
internal sealed record AnyTest(EquatableArray<ValueTest> Tests) : ValueTest;

/// <summary>Whether a list of values has none.</summary>
internal sealed record EmptyTest(ListedValues Values) : ValueTest;

/// <summary>Whether one of a list of values is the default of its type: zero, false or empty.</summary>
internal sealed record AnyDefaultTest(ListedValues Values) : ValueTest;
