using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Recognises an object that is loaded, of which a property is counted up, and that is saved, though its class has no version.</summary>
internal sealed class MappedCounter(SdkSymbols sdk)
{
    /// <summary>Parts of the names of what only the one worker counts that has the item.</summary>
    private static readonly string[] Tries = ["Attempt", "Retr", "Tries"];

    private readonly INamedTypeSymbol? _version = sdk.TypeNamed("DataModel.DynamoDBVersionAttribute");
    private readonly INamedTypeSymbol? _counter = sdk.TypeNamed("DataModel.DynamoDBAtomicCounterAttribute");
    private readonly INamedTypeSymbol? _ignored = sdk.TypeNamed("DataModel.DynamoDBIgnoreAttribute");

    /// <summary>The name of the property that is counted up, or null.</summary>
    public string? SavedBy(IInvocationOperation save)
    {
        if (save.TargetMethod.Name is not ("SaveAsync" or "Save")
            || !sdk.Declares(save.TargetMethod)
            || save.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "value")?.Value.WithoutConversions()
                is not ILocalReferenceOperation { Local: var local } saved
            || !IsLoaded(local, saved)
            || Has(MappedClass.PropertiesOf(local.Type), _version))
        {
            return null;
        }

        return LocalVariable.BodyOf(save).Descendants()
            .Where(operation => operation.Syntax.SpanStart < save.Syntax.SpanStart && FunctionAround(operation) == FunctionAround(save))
            .Select(CountedUp.TargetOf).OfType<IPropertyReferenceOperation>()
            .Where(target => target.Instance is ILocalReferenceOperation owner && SymbolEqualityComparer.Default.Equals(owner.Local, local))
            .Select(target => target.Property)
            .FirstOrDefault(property => !Has([property], _counter) && !Has([property], _ignored) && !Tries.Any(property.Name.Contains))?.Name;
    }

    /// <summary>Whether the local holds what was loaded, or a new object where there was none.</summary>
    private bool IsLoaded(ILocalSymbol local, IOperation anywhere) =>
        LocalVariable.BodyOf(anywhere).Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            ?.GetVariableInitializer()?.Value.WithoutConversions() is { } value
        && IsLoad(value is ICoalesceOperation fallback ? fallback.Value : value)
        && LocalVariable.UsesOf(local, anywhere).All(use => use.Parent is not IAssignmentOperation assignment || assignment.Target != use
            || assignment.Value.WithoutConversions() is IObjectCreationOperation);

    private bool IsLoad(IOperation value) =>
        value.DescendantsAndSelf().OfType<IInvocationOperation>()
            .Any(call => call.TargetMethod.Name is "LoadAsync" or "Load" && sdk.Declares(call.TargetMethod) && ResponseUse.ResultOf(call) == value);

    private static IOperation? FunctionAround(IOperation operation) =>
        operation.Ancestors().FirstOrDefault(outer => outer is IAnonymousFunctionOperation or ILocalFunctionOperation);

    private static bool Has(IEnumerable<IPropertySymbol> properties, INamedTypeSymbol? attributeClass) =>
        attributeClass is not null
        && properties.Any(property => property.GetAttributes()
            .Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass)));
}
