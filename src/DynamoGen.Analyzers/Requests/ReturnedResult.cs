using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>
/// Follows a value out of the lambda that returns it, as in <c>policy.Execute(() => client.Scan(request))</c>. A method whose result is of a type
/// parameter knows nothing of the value but how to give it back.
/// </summary>
internal static class ReturnedResult
{
    /// <summary>The call that gives back what the lambda around the value returns, or null.</summary>
    public static IInvocationOperation? Of(IOperation value)
    {
        if (ObjectUse.OutermostConversion(value).Parent is not IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation lambda } }
            || ExpressionTree.IsMadeOf(lambda))
        {
            return null;
        }

        IOperation handed = lambda;
        while (handed.Parent is IConversionOperation or IDelegateCreationOperation)
        {
            handed = handed.Parent;
        }

        return handed.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } call }
            && ResultOf(method.OriginalDefinition.ReturnType) is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method }
            && SymbolEqualityComparer.Default.Equals(ResultOf(method.ReturnType), ResultOf(value.Type))
                ? call
                : null;
    }

    /// <summary>The type that awaiting gives, or the type itself.</summary>
    private static ITypeSymbol? ResultOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } ? arguments[0] : type;
}
