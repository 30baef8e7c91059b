using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Says whether an operation runs only where something that was read is not there.</summary>
/// <param name="isFound">Tells the expressions that are null, or empty, where nothing was found.</param>
internal sealed class AbsenceCheck(Func<IOperation, bool> isFound)
{
    private static readonly string[] Sizes = ["Count", "Length"];

    public bool Guards(IOperation write)
    {
        var inner = write;
        foreach (var outer in write.Ancestors())
        {
            switch (outer)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation or ILoopOperation:
                    return false;
                case IConditionalOperation branch when inner == branch.WhenTrue && Says(branch.Condition, isThere: false):
                case IConditionalOperation other when inner == other.WhenFalse && Says(other.Condition, isThere: true):
                case IBlockOperation block when LeavesBefore(block, inner):
                    return true;
            }

            inner = outer;
        }

        return false;
    }

    /// <summary>Whether an earlier statement of a block leaves the member where something was found.</summary>
    private bool LeavesBefore(IBlockOperation block, IOperation inner) =>
        block.Operations.TakeWhile(statement => statement != inner).OfType<IConditionalOperation>()
            .Any(branch => branch.WhenFalse is null && Says(branch.Condition, isThere: true) && Leaves(branch.WhenTrue));

    private static bool Leaves(IOperation branch) =>
        (branch is IBlockOperation { Operations: { Length: > 0 } operations } ? operations[operations.Length - 1] : branch)
            is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    /// <summary>Whether a condition holds only where the thing is there, or only where it is not.</summary>
    private bool Says(IOperation condition, bool isThere)
    {
        var value = condition.WithoutConversions();
        return value switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Says(not.Operand, !isThere),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Says(both.LeftOperand, isThere) || Says(both.RightOperand, isThere),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } any => Says(any.LeftOperand, isThere) && Says(any.RightOperand, isThere),
            IBinaryOperation comparison => SaysByComparison(comparison, isThere),
            IIsPatternOperation test => isFound(test.Value.WithoutConversions()) && IsNull(test.Pattern) is { } isNull && isNull != isThere,
            IPropertyReferenceOperation { Property.Name: "IsItemSet" } => isThere && isFound(value),
            IInvocationOperation { TargetMethod.Name: "Any", Arguments: { Length: 1 } items } => isThere && isFound(items[0].Value.WithoutConversions()),
            _ => false,
        };
    }

    private bool SaysByComparison(IBinaryOperation comparison, bool isThere)
    {
        var (left, right) = (comparison.LeftOperand.WithoutConversions(), comparison.RightOperand.WithoutConversions());
        return (comparison.OperatorKind, right.ConstantValue) switch
        {
            (BinaryOperatorKind.Equals, { HasValue: true, Value: null }) => !isThere && isFound(left),
            (BinaryOperatorKind.NotEquals, { HasValue: true, Value: null }) => isThere && isFound(left),
            (BinaryOperatorKind.Equals, { HasValue: true, Value: 0 }) => !isThere && IsSize(left),
            (BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan, { HasValue: true, Value: 0 }) => isThere && IsSize(left),
            _ => false,
        };
    }

    private bool IsSize(IOperation value) =>
        value is IPropertyReferenceOperation { Property.Name: var name, Instance: { } owner } && Sizes.Contains(name) && isFound(owner.WithoutConversions());

    /// <summary>Whether a pattern matches null; null where it is another one.</summary>
    private static bool? IsNull(IPatternOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => true,
            INegatedPatternOperation negated => !IsNull(negated.Pattern),
            IRecursivePatternOperation => false,
            _ => null,
        };
}
