using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Reads;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Reads the constants in items that are put, and in the keys of items that are updated.</summary>
internal sealed class WrittenHashes(SdkSymbols sdk)
{
    private static readonly string[] Puts = ["PutItemRequest", "PutRequest", "Put"];
    private static readonly string[] Updates = ["UpdateItemRequest", "Update"];

    private readonly ClientMethods _puts = new(sdk, "PutItemAsync", "PutItem");
    private readonly ClientMethods _updates = new(sdk, "UpdateItemAsync", "UpdateItem");

    public IEnumerable<WrittenHash> In(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: { } type } creation when sdk.Declares(type) =>
                Puts.Contains(type.Name) ? Of(VisibleObject.Of(creation, sdk).CollectionOf("Item"))
                : Updates.Contains(type.Name) ? Of(VisibleObject.Of(creation, sdk).CollectionOf("Key"))
                : [],
            IInvocationOperation call when ArgumentOf(call) is { } given => Of(VisibleCollection.Of(given, sdk)),
            _ => [],
        };

    private IOperation? ArgumentOf(IInvocationOperation call) =>
        (_puts.Contains(call.TargetMethod) ? "item" : _updates.Contains(call.TargetMethod) ? "key" : null) is { } name
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value
            : null;

    private IEnumerable<WrittenHash> Of(VisibleCollection item)
    {
        var attributes = item.Entries
            .Select(entry => (Entry: entry, Name: entry.Key is null ? null : ConstantText.Of(entry.Key), Value: QueryHash.TextOf(entry.Value, sdk)))
            .Where(attribute => attribute.Name is not null)
            .Select(attribute => (
                Name: attribute.Name!, attribute.Entry.IsCertain, attribute.Value, Text: attribute.Value is null ? null : ConstantText.Of(attribute.Value)))
            .ToList();
        var varying = attributes.Where(attribute => attribute.Text is null).Select(attribute => attribute.Name).ToList();
        return from attribute in attributes
               where attribute is { IsCertain: true, Text.Length: > 0 } && attributes.Count(other => other.Name == attribute.Name) == 1
               select new WrittenHash(attribute.Name, attribute.Text!, attribute.Value!, varying);
    }
}
