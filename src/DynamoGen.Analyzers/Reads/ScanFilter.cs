using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Says whether a Scan visibly has a filter: in its arguments, or set on the local variables it takes them from.</summary>
internal static class ScanFilter
{
    private static readonly string[] Properties = ["FilterExpression", "ScanFilter", "QueryFilter", "Filter", "ExpressionStatement"];
    private static readonly string[] Methods = ["Add", "AddCondition", "SetFilter"];

    public static bool IsVisibleIn(IInvocationOperation scan) =>
        scan.Arguments
            .Where(argument => argument.Parameter?.Name != "attributesToGet")
            .Select(argument => argument.Value.WithoutConversions())
            .Any(value => value is ILocalReferenceOperation local ? IsFiltered(local) : IsCreatedWithFilter(value));

    private static bool IsFiltered(ILocalReferenceOperation reference)
    {
        return Body(reference).Descendants().Any(operation => operation switch
        {
            IVariableDeclaratorOperation declarator =>
                IsLocal(declarator.Symbol)
                    && declarator.GetVariableInitializer() is { } initializer
                    && IsCreatedWithFilter(initializer.Value.WithoutConversions()),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation target } } =>
                IsLocal(target.Local) && AddsCondition(operation),
            IInvocationOperation { Instance: ILocalReferenceOperation receiver } => IsLocal(receiver.Local) && AddsCondition(operation),
            _ => false,
        });

        bool IsLocal(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, reference.Local);
    }

    private static bool IsCreatedWithFilter(IOperation value) =>
        value switch
        {
            IArrayCreationOperation array => array.Initializer is { ElementValues.Length: > 0 },
            IObjectCreationOperation creation => creation.Initializer?.Initializers.Any(AddsCondition) == true,
            _ => CollectionExpression.Is(value) && CollectionExpression.ElementsOf(value).Any(),
        };

    private static bool AddsCondition(IOperation operation) =>
        operation switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value.ConstantValue: var constant } =>
                (property.IsIndexer || Properties.Contains(property.Name)) && !(constant.HasValue && constant.Value is null),
            IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member } => Properties.Contains(member.Property.Name),
            IInvocationOperation call => Methods.Contains(call.TargetMethod.Name),
            _ => false,
        };

    private static IOperation Body(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
