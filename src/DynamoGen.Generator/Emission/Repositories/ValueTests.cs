using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the tests of a call's values as C# expressions.</summary>
/// <param name="sources">Writes the values.</param>
internal sealed class ValueTests(SourceExpressions sources)
{
    public string Of(ValueTest test) => test switch
    {
        NoTest { Test: DefaultComparison { Comparator: Comparator.Equal, Value: var value } } => ValueTypes.IsNotDefault(value.Type, sources.Of(value.Source)),
        NullTest missing => $"{sources.Of(missing.Source)} is null",
        NoTest { Test: NullTest missing } => $"{sources.Of(missing.Source)} is not null",
        NoTest { Test: EmptyTest empty } => $"{Count(empty.Values)} > 0",
        ChangeTest change => sources.ChangeTest(change.Source, change.Kind),
        NoTest no => $"!({Of(no.Test)})",
        AllTests all => string.Join(" && ", all.Tests.Select(Nested)),
        AnyTest any => string.Join(" || ", any.Tests.Select(Nested)),
        EmptyTest empty => $"{Count(empty.Values)} == 0",
        AnyDefaultTest any =>
            $"global::System.Linq.Enumerable.Any({sources.Of(any.Values.Source)}, value => {ValueTypes.IsDefault(any.Values.Element, "value")})",
        DefaultComparison comparison => Compare(comparison.Comparator, comparison.Value.Type, sources.Of(comparison.Value.Source)),
        _ => throw new ArgumentException("The test is of no known kind.", nameof(test)),
    };

    /// <summary>Whether one of several tests holds.</summary>
    public string Any(IReadOnlyList<ValueTest> tests) => tests.Count == 1 ? Of(tests[0]) : Of(ValueTest.Any(tests));

    private string Count(ListedValues values) => $"{sources.Of(values.Source)}.{(values.IsArray ? "Length" : "Count")}";

    private string Nested(ValueTest test) => test is AllTests { Tests.Count: > 1 } or AnyTest { Tests.Count: > 1 } ? $"({Of(test)})" : Of(test);

    private static string Compare(Comparator comparator, ValueModel type, string value) => comparator switch
    {
        Comparator.Equal => ValueTypes.IsDefault(type, value),
        Comparator.Less => $"{ValueTypes.CompareToDefault(type, value)} > 0",
        Comparator.LessOrEqual => $"{ValueTypes.CompareToDefault(type, value)} >= 0",
        Comparator.Greater => $"{ValueTypes.CompareToDefault(type, value)} < 0",
        _ => $"{ValueTypes.CompareToDefault(type, value)} <= 0",
    };
}
