namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// What conditions come to on an item that is not there. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">operators and functions</see>.
/// </summary>
internal static class AbsentItem
{
    /// <summary>Whether the condition can hold.</summary>
    public static bool CanMeet(Condition condition) => Holds(condition) ?? true;

    /// <summary>Null where it is not known. A comparison with what is absent does not hold, but that it is unequal does.</summary>
    private static bool? Holds(Condition condition) => condition switch
    {
        AllOf all => All(all.Conditions.Select(Holds).ToArray()),
        AnyOf any => !All(any.Conditions.Select(part => !Holds(part)).ToArray()),
        Negation not => !Holds(not.Inner),
        WhereGiven => null,
        Choice choice => Holds(choice.Then) is var then && then == Holds(choice.Otherwise) ? then : null,
        Existence existence => !existence.IsThere,
        Comparison { Comparator: Comparator.NotEqual, Left: not ValueOperand, Right: not ValueOperand } => null,
        Comparison { Comparator: var comparator } => comparator == Comparator.NotEqual,
        _ => false,
    };

    private static bool? All(bool?[] parts) => parts.Contains(false) ? false : parts.Contains(null) ? null : true;
}
