using System.Text.Json;

namespace DynamoGen.Testing;

/// <summary>Reads from a request which items of replicated tables it writes.</summary>
internal static class WrittenItems
{
    private static readonly string[] WritesOfTransactions = ["Put", "Update", "Delete"];

    /// <summary>The items; none where the request is not one that writes, or not one that DynamoDB accepts.</summary>
    /// <param name="operation">The operation, such as <c>PutItem</c>.</param>
    /// <param name="body">The request.</param>
    /// <param name="tables">The replicated tables by name.</param>
    public static IReadOnlyList<ReplicatedItem> Of(string operation, byte[] body, IReadOnlyDictionary<string, ReplicaTable> tables)
    {
        if (operation is not ("PutItem" or "UpdateItem" or "DeleteItem" or "BatchWriteItem" or "TransactWriteItems"))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return [.. Writes(operation, document.RootElement).Select(write => ItemOf(write, tables)).OfType<ReplicatedItem>().Distinct()];
        }
        catch (JsonException)
        {
            // DynamoDB refuses the request, which writes nothing then.
            return [];
        }
    }

    private static ReplicatedItem? ItemOf(Write write, IReadOnlyDictionary<string, ReplicaTable> tables) =>
        write.Table is { } name && tables.TryGetValue(name, out var table) && write.Attributes is { ValueKind: JsonValueKind.Object } attributes
            ? table.ItemOf(attributes)
            : null;

    private static IEnumerable<Write> Writes(string operation, JsonElement request) => operation switch
    {
        "BatchWriteItem" => Members(Member(request, "RequestItems")).SelectMany(static table => Entries(table.Value)
            .Select(entry => new Write(table.Name, Member(Member(entry, "PutRequest"), "Item") ?? Member(Member(entry, "DeleteRequest"), "Key")))),
        "TransactWriteItems" => Entries(Member(request, "TransactItems"))
            .SelectMany(static entry => WritesOfTransactions.Select(kind => Member(entry, kind)).OfType<JsonElement>().Select(Single)),
        _ => [Single(request)],
    };

    private static Write Single(JsonElement request) =>
        new(
            Member(request, "TableName") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null,
            Member(request, "Item") ?? Member(request, "Key"));

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) ? member : null;

    private static IEnumerable<JsonElement> Entries(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    private static IEnumerable<JsonProperty> Members(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject() : [];

    private readonly record struct Write(string? Table, JsonElement? Attributes);
}
