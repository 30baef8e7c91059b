using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Follows the responses of the single statements of a batch, each of which has an error of its own.</summary>
internal sealed class StatementResponses(SdkSymbols sdk)
{
    private readonly ClientMethods _batches = new(sdk, "BatchExecuteStatementAsync", "BatchExecuteStatement");
    private readonly INamedTypeSymbol? _response = sdk.TypeNamed("Model.BatchStatementResponse");

    /// <summary>Whether a call runs statements whose errors nobody looks at.</summary>
    public bool HaveUnseenErrors(IInvocationOperation call) =>
        _batches.Contains(call.TargetMethod)
        && ResponseUse.Of(call) is { IsVisible: true } response
        && response.Reads.Where(read => read.Property.Name == "Responses").Select(LocalVariable.BodyOf).Distinct().All(IsBlind);

    /// <summary>Whether a member reads no error, and hands no response on to code that might.</summary>
    private bool IsBlind(IOperation body) =>
        body.Descendants().All(operation => operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "Error", ContainingType: var type } } when IsResponse(type) => false,
            IDelegateCreationOperation { Target: IMethodReferenceOperation, Type: INamedTypeSymbol { TypeArguments: var types } } => !types.Any(Holds),
            _ => operation is IConversionOperation || operation.Type is null || !Holds(operation.Type) || Stays(operation),
        });

    private bool Stays(IOperation responses)
    {
        var value = ObjectUse.OutermostConversion(responses);
        return Holds(value.Type!) && value.Parent switch
        {
            IPropertyReferenceOperation property => property.Instance == value,
            IConditionalAccessOperation or IForEachLoopOperation or IBinaryOperation or IIsPatternOperation or IExpressionStatementOperation => true,
            IVariableInitializerOperation => true,
            ISimpleAssignmentOperation assignment => assignment.Target is ILocalReferenceOperation or IDiscardOperation,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => IsIn("System.Linq", method),
            IInvocationOperation { TargetMethod: var method } call => call.Instance == value && IsIn("System.Collections.Generic", method),
            _ => false,
        };
    }

    /// <summary>The response of a statement, or a collection of them.</summary>
    private bool Holds(ITypeSymbol type) =>
        IsResponse(type)
        || (type is IArrayTypeSymbol array && Holds(array.ElementType))
        || (type is INamedTypeSymbol { TypeKind: not TypeKind.Delegate } generic && generic.TypeArguments.Any(Holds));

    private bool IsResponse(ITypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(type, _response);

    private static bool IsIn(string containingNamespace, IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() == containingNamespace;
}
