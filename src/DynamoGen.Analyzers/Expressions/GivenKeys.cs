using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>Reads the names of the attributes in the keys that requests give of single items.</summary>
internal sealed class GivenKeys
{
    private readonly SdkSymbols _sdk;
    private readonly ClientMethods _methods;
    private readonly HashSet<ISymbol?> _requests;

    public GivenKeys(SdkSymbols sdk)
    {
        _sdk = sdk;
        _methods = new(sdk, "GetItemAsync", "GetItem", "DeleteItemAsync", "DeleteItem", "UpdateItemAsync", "UpdateItem");
        string[] requests = ["GetItemRequest", "DeleteItemRequest", "UpdateItemRequest", "Get", "Delete", "Update", "ConditionCheck"];
        _requests = new(requests.Select(request => sdk.TypeNamed($"Model.{request}")).Where(type => type is not null), SymbolEqualityComparer.Default);
    }

    /// <summary>The key in a request, or in a call that takes the table and the key; null where one of both is not visible.</summary>
    public GivenKey? In(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation creation when _requests.Contains(creation.Type):
                var request = VisibleObject.Of(creation, _sdk);
                return request.IsWhole && request.ValuesOf("Key").Count == 1
                    ? KeyOf(request.CertainValueOf("TableName"), request.CollectionOf("Key"), CreationName.LocationOf(creation))
                    : null;
            case IInvocationOperation call when _methods.Contains(call.TargetMethod):
                return ArgumentOf(call, "key") is { } key
                    ? KeyOf(ArgumentOf(call, "tableName"), VisibleCollection.Of(key, _sdk), CalledName.LocationOf(call.Syntax))
                    : null;
            default:
                return null;
        }
    }

    private static IOperation? ArgumentOf(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    private static GivenKey? KeyOf(IOperation? table, VisibleCollection key, Location place)
    {
        if (table is null || ConstantText.Of(table) is not { } name || key.Count is null or 0)
        {
            return null;
        }

        var attributes = key.Entries.Select(entry => entry.Key is null ? null : ConstantText.Of(entry.Key)).OfType<string>().Distinct()
            .OrderBy(attribute => attribute, StringComparer.Ordinal).ToList();
        return attributes.Count == key.Count ? new GivenKey(name, string.Join(" + ", attributes), place) : null;
    }
}
