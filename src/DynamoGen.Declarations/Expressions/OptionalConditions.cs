using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Negates conditions of which parts may be left out.</summary>
internal static class OptionalConditions
{
    /// <summary>
    /// The opposite of a condition. Where a part of it may be left out, NOT goes to its parts, so that it stands before one condition whatever is left out.
    /// </summary>
    public static Condition Negate(Condition condition) => condition switch
    {
        WhereGiven given => given with { Inner = Negate(given.Inner) },
        AllOf all when IsOptional(all) => new AnyOf(new EquatableArray<Condition>(all.Conditions.Select(Negate))),
        AnyOf any when IsOptional(any) => Condition.All(any.Conditions.Select(Negate))!,
        _ => new Negation(condition),
    };

    /// <summary>Whether a part of the condition may be left out.</summary>
    public static bool IsOptional(Condition condition) => condition switch
    {
        WhereGiven => true,
        AllOf all => all.Conditions.Any(IsOptional),
        AnyOf any => any.Conditions.Any(IsOptional),
        _ => false,
    };

    /// <summary>
    /// The test that no item meets a condition, because it asks for one of several values of which there are none; null where it asks for none.
    /// </summary>
    public static ValueTest? FindsNothing(Condition condition)
    {
        var tests = condition.Conjuncts.Select(part => part switch
        {
            Choice { Test: EmptyTest empty } => empty,
            WhereGiven { Inner: Choice { Test: EmptyTest empty } } given => ValueTest.All(given.IsGiven, empty),
            _ => null,
        }).OfType<ValueTest>().ToArray();
        return tests.Length == 0 ? null : ValueTest.Any(tests);
    }

    /// <summary>The test that more than one of some conditions is sent; null where at least two always are.</summary>
    public static ValueTest? AreSeveralSent(IReadOnlyList<Condition> conditions)
    {
        var optional = conditions.Select(condition => condition.WhenSent).OfType<ValueTest>().ToArray();
        return (conditions.Count - optional.Length) switch
        {
            > 1 => null,
            1 => ValueTest.Any(optional),
            _ => ValueTest.Any(optional.SelectMany((first, i) => optional.Skip(i + 1).Select(second => ValueTest.All(first, second)))),
        };
    }
}
