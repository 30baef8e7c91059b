namespace DynamoGen.Declarations.Expressions;

/// <summary>Counts the operators and functions of a condition as it is sent, of which DynamoDB allows 300.</summary>
internal static class OperatorCount
{
    /// <summary>How many there are at most, whatever a call leaves out.</summary>
    public static int Of(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.Sum(Of) + all.Conditions.Count - 1,
        AnyOf any => any.Conditions.Sum(Of) + any.Conditions.Count - 1,
        Negation negation => Of(negation.Inner) + 1,
        Choice choice => Math.Max(Of(choice.Then), Of(choice.Otherwise)),
        WhereGiven given => Of(given.Inner),
        Comparison comparison => 1 + Sizes(comparison.Left) + Sizes(comparison.Right),
        Between between => 1 + Sizes(between.Tested) + Sizes(between.Low) + Sizes(between.High),
        OneOf oneOf => 1 + Sizes(oneOf.Tested),
        OneOfList oneOf => 1 + Sizes(oneOf.Tested),
        _ => 1,
    };

    private static int Sizes(Operand operand) => operand is SizeOperand ? 1 : 0;
}
