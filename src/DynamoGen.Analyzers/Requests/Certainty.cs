using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Says whether an operation runs exactly once whenever the code around its object runs.</summary>
internal static class Certainty
{
    /// <param name="operation">The operation.</param>
    /// <param name="scope">The statements around the object.</param>
    /// <param name="origin">The expression that creates the object; what runs when all of it does is certain too.</param>
    public static bool RunsOnceIn(IOperation operation, IOperation? scope, IOperation? origin = null)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer == scope || outer == origin)
            {
                return true;
            }

            if (outer is IConditionalOperation or ILoopOperation or ISwitchOperation or ISwitchExpressionOperation
                or ICatchClauseOperation or ICoalesceOperation
                or IConditionalAccessOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return scope is null;
    }

    /// <summary>Whether two operations are in different branches, of which only one runs.</summary>
    public static bool ExcludeEachOther(IOperation left, IOperation right) =>
        left.Ancestors().FirstOrDefault(outer => right.Ancestors().Contains(outer)) is IConditionalOperation or ISwitchOperation
        || (left.Syntax.SpanStart < right.Syntax.SpanStart ? LeavesBefore(left, right) : LeavesBefore(right, left));

    /// <summary>Whether the branch of the first operation ends the member, or the turn of a loop, ahead of the second.</summary>
    private static bool LeavesBefore(IOperation first, IOperation second) =>
        first.Ancestors().OfType<IBlockOperation>().Any(block =>
            block is { Parent: IConditionalOperation, Operations: { Length: > 0 } operations }
            && operations[operations.Length - 1] is IReturnOperation or IBranchOperation or IThrowOperation
            && !second.Ancestors().Contains(block));

    /// <summary>The statements around an operation: a block, a section of a switch, or a single statement without braces.</summary>
    public static IOperation? ScopeOf(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is not (null or IBlockOperation or ISwitchCaseOperation
            or IExpressionStatementOperation { Parent: IConditionalOperation or ILoopOperation }))
        {
            outer = outer.Parent;
        }

        return outer;
    }
}
