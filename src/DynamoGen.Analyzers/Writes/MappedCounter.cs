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

    private readonly LoadedObject _loaded = new(sdk);
    private readonly INamedTypeSymbol? _version = sdk.TypeNamed("DataModel.DynamoDBVersionAttribute");
    private readonly INamedTypeSymbol? _counter = sdk.TypeNamed("DataModel.DynamoDBAtomicCounterAttribute");
    private readonly INamedTypeSymbol? _ignored = sdk.TypeNamed("DataModel.DynamoDBIgnoreAttribute");

    /// <summary>The name of the property that is counted up, or null.</summary>
    public string? SavedBy(IInvocationOperation save)
    {
        if (_loaded.In(save) is not { Local: var local } || MappedClass.Has(MappedClass.PropertiesOf(local.Type), _version))
        {
            return null;
        }

        return LocalVariable.BodyOf(save).Descendants()
            .Where(operation => operation.Syntax.SpanStart < save.Syntax.SpanStart
                && ChangedValue.FunctionAround(operation) == ChangedValue.FunctionAround(save))
            .Select(CountedUp.TargetOf).OfType<IPropertyReferenceOperation>()
            .Where(target => target.Instance is ILocalReferenceOperation owner && SymbolEqualityComparer.Default.Equals(owner.Local, local))
            .Select(target => target.Property)
            .FirstOrDefault(property => !MappedClass.Has([property], _counter) && !MappedClass.Has([property], _ignored)
                && !Tries.Any(property.Name.Contains))?.Name;
    }
}
