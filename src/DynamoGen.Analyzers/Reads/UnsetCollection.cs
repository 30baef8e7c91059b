using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Finds a collection of a request that nothing has made yet, filled as if it were there.</summary>
internal static class UnsetCollection
{
    public static bool IsFilled(IPropertyReferenceOperation collection, SdkSymbols sdk) =>
        IsCollectionOfModel(collection.Property, sdk)
        && (IsInitialized(collection)
            || (CollectionUse.Dereferences(collection) && IsNeverSet(collection, sdk) && CollectionUse.IsFirstAndUnguarded(collection)));

    private static bool IsCollectionOfModel(IPropertySymbol property, SdkSymbols sdk) =>
        sdk.Declares(property)
        && property.ContainingNamespace.Name == "Model"
        && property.Type.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic";

    /// <summary>
    /// <c>new Request { Names = { [key] = value } }</c>, which assigns entries only. The SDK itself warns of <c>{ { key, value } }</c> (AWSSDK2000).
    /// </summary>
    private static bool IsInitialized(IPropertyReferenceOperation collection) =>
        collection.Parent is IMemberInitializerOperation { Initializer.Initializers: var entries, Parent.Parent: IObjectCreationOperation creation }
        && entries.FirstOrDefault() is ISimpleAssignmentOperation
        && !creation.Arguments.Any(argument => collection.Property.Name.Equals(argument.Parameter?.Name, StringComparison.OrdinalIgnoreCase));

    private static bool IsNeverSet(IPropertyReferenceOperation collection, SdkSymbols sdk) =>
        collection.Instance is ILocalReferenceOperation local
        && VisibleObject.From(local, sdk) is { IsWhole: true } owner
        && owner.ValuesOf(collection.Property.Name).Count == 0;
}
