using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>
/// Says whether two calls of one method of the same compilation give the same for certain: what they are given is the same and is not changed, and the
/// method only puts it together.
/// </summary>
internal static class SameCall
{
    public static bool Is(IInvocationOperation one, IInvocationOperation other) =>
        SymbolEqualityComparer.Default.Equals(one.TargetMethod, other.TargetMethod)
        && one.Arguments.Length == other.Arguments.Length
        && AreSame(one.Instance, other.Instance)
        && one.Arguments.Zip(other.Arguments, (first, second) => AreSame(first.Value, second.Value)).All(same => same)
        && CalledBody.Of(one.TargetMethod, one) is { } body
        && body.Descendants().All(OnlyPutsTogether);

    private static bool AreSame(IOperation? one, IOperation? other)
    {
        if (one is null || other is null)
        {
            return one is null && other is null;
        }

        var value = one.WithoutConversions();
        return SameValue.Is(one, other) && (value is IInstanceReferenceOperation || IsFixed(value.Type) || IsNotChanged(value));
    }

    private static bool IsFixed(ITypeSymbol? type) => type is { IsValueType: true } or { SpecialType: SpecialType.System_String };

    /// <summary>Whether a member only reads a variable's object, and hands it to nobody who may change it.</summary>
    private static bool IsNotChanged(IOperation variable) =>
        variable switch
        {
            ILocalReferenceOperation { Local: var local } => LocalVariable.UsesOf(local, variable).All(IsRead),
            IParameterReferenceOperation { Parameter: var parameter } => CalledBody.UsesOf(parameter, LocalVariable.BodyOf(variable)).All(IsRead),
            _ => false,
        };

    private static bool IsRead(IOperation use) =>
        use.Parent switch
        {
            IPropertyReferenceOperation { Parent: not IAssignmentOperation } read => read.Instance == use,
            IPropertyReferenceOperation { Parent: IAssignmentOperation assignment } read => read.Instance == use && assignment.Target != read,
            IInvocationOperation call => call.Instance == use && PutsTogether(call),
            IArgumentOperation { Parent: IInvocationOperation call } => PutsTogether(call),
            _ => false,
        };

    private static bool PutsTogether(IInvocationOperation call) => CalledBody.Of(call.TargetMethod, call)?.Descendants().All(OnlyPutsTogether) == true;

    /// <summary>Whether an operation depends on nothing but what the method is given, and changes nothing.</summary>
    private static bool OnlyPutsTogether(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => IsOfInitializer(call) || IsOfText(call.TargetMethod),
            IAssignmentOperation => IsOfInitializer(operation),
            IPropertyReferenceOperation property => SameValue.IsStored(property.Property)
                || (property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property && IsOfInitializer(assignment)),
            IFieldReferenceOperation { Field: var field } => field.IsConst || (field.IsReadOnly && IsFixed(field.Type)),
            IObjectCreationOperation { Type: { } type } => IsPlain(type),
            IBlockOperation or IReturnOperation or ILiteralOperation or IConversionOperation or IInterpolatedStringOperation or IInterpolatedStringTextOperation
                or IInterpolationOperation or IBinaryOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IArgumentOperation
                or IObjectOrCollectionInitializerOperation or IConditionalOperation or ICoalesceOperation or INameOfOperation => true,
            _ => false,
        };

    private static bool IsOfInitializer(IOperation operation) => operation.Parent is IObjectOrCollectionInitializerOperation;

    private static bool IsOfText(IMethodSymbol method) =>
        method.ContainingType.SpecialType == SpecialType.System_String
        || (method.Name == nameof(ToString) && method.ContainingType.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Decimal);

    /// <summary>A collection, or an object of the SDK.</summary>
    private static bool IsPlain(ITypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "Amazon.DynamoDBv2.Model";
}
