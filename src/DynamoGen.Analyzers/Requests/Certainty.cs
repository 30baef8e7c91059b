using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Says whether an operation runs exactly once whenever the code around its object runs.</summary>
internal static class Certainty
{
    public static bool RunsOnceIn(IOperation operation, IBlockOperation? scope)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer == scope)
            {
                return true;
            }

            if (outer is IConditionalOperation or ILoopOperation or ISwitchOperation or ISwitchExpressionOperation or ICatchClauseOperation or ICoalesceOperation
                or IConditionalAccessOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return scope is null;
    }

    public static IBlockOperation? ScopeOf(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is not (null or IBlockOperation))
        {
            outer = outer.Parent;
        }

        return outer as IBlockOperation;
    }
}
