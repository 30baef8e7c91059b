using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Judges the places where an object is used: whether it can be changed there out of sight.</summary>
/// <param name="sdk">The SDK, which changes nothing that it is given.</param>
/// <param name="forwarder">A method that only hands the object on to the SDK, or null.</param>
internal sealed class ObjectUse(SdkSymbols sdk, IMethodSymbol? forwarder = null)
{
    /// <summary>Whether this use hands the object to code that only reads it, or does nothing with it.</summary>
    public bool IsHarmless(IOperation use)
    {
        var value = OutermostConversion(use);
        return value.Parent switch
        {
            IArgumentOperation argument => IsHarmless(argument),
            ISimpleAssignmentOperation assignment when assignment.Value == value => IsPartOfAnother(assignment.Target),
            IArrayInitializerOperation => true,
            { } whole when CollectionExpression.Is(whole) => true,
            IForEachLoopOperation loop => loop.Collection == value,
            IBinaryOperation or IIsPatternOperation or IInterpolationOperation or INameOfOperation or IExpressionStatementOperation => true,
            _ => false,
        };
    }

    /// <summary>Whether the member comes back to an object by the property it was put into, as in <c>item.Update.Key = key;</c>.</summary>
    public static bool IsChangedInItsPlace(IOperation creation) =>
        OutermostConversion(creation).Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property } }
        && LocalVariable.BodyOf(creation).Descendants().OfType<IPropertyReferenceOperation>()
            .Any(place => SymbolEqualityComparer.Default.Equals(place.Property, property)
                && place.Parent is IPropertyReferenceOperation part
                && part.Instance == place);

    /// <summary>The local variable that an object is created for, or null.</summary>
    public static ILocalSymbol? OwnerOf(IOperation creation)
    {
        var value = OutermostConversion(creation);
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == value => local.Local,
            _ => null,
        };
    }

    public static IOperation OutermostConversion(IOperation operation)
    {
        while (operation.Parent is IConversionOperation conversion)
        {
            operation = conversion;
        }

        return operation;
    }

    /// <summary>The SDK does not change what it is given; a collection keeps what is added to it.</summary>
    private bool IsHarmless(IArgumentOperation argument) =>
        argument.Parent switch
        {
            IInvocationOperation call => IsReadOnly(call.TargetMethod),
            IObjectCreationOperation { Type: { } type } => sdk.Declares(type),
            IPropertyReferenceOperation { Property.IsIndexer: true } => true,
            _ => false,
        };

    private bool IsReadOnly(IMethodSymbol method) =>
        sdk.Declares(method)
        || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, forwarder)
        || (method.ContainingType.AllInterfaces.Contains(sdk.Client, SymbolEqualityComparer.Default) && method.Name.EndsWith("Async", StringComparison.Ordinal))
        || (method.Name is "Add" or "TryAdd" && method.ContainingNamespace.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal));

    /// <summary>A property of an object of the SDK, or an entry of a collection.</summary>
    private bool IsPartOfAnother(IOperation target) =>
        target is IPropertyReferenceOperation property && (property.Property.IsIndexer || sdk.Declares(property.Property));
}
