using System.Text.Json.Nodes;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>What a request asks of a policy: each action on a resource, with the partition key that it names.</summary>
/// <param name="Pattern">The access pattern.</param>
/// <param name="Actions">What it asks.</param>
internal sealed record RequestedAccess(string Pattern, IReadOnlyList<RequestedAction> Actions)
{
    public static RequestedAccess Of(string pattern, TransportRequest request)
    {
        var body = JsonNode.Parse(request.Body.Span)!;
        return new RequestedAccess(pattern, [.. ActionsOf(request.Operation, body)]);
    }

    private static IEnumerable<RequestedAction> ActionsOf(DynamoOperation operation, JsonNode body) => operation switch
    {
        DynamoOperation.Query => [Query(body)],
        DynamoOperation.Scan => [new("Scan", Resource(body), null)],
        DynamoOperation.BatchGetItem => body["RequestItems"]!.AsObject().SelectMany(table =>
            table.Value!["Keys"]!.AsArray().Select(key => new RequestedAction("BatchGetItem", table.Key, Key(key!)))),
        DynamoOperation.BatchWriteItem => body["RequestItems"]!.AsObject().SelectMany(table => table.Value!.AsArray().Select(write =>
            new RequestedAction("BatchWriteItem", table.Key, Key(write!["PutRequest"]?["Item"] ?? write["DeleteRequest"]!["Key"]!)))),
        DynamoOperation.TransactWriteItems or DynamoOperation.TransactGetItems => body["TransactItems"]!.AsArray().Select(Action),
        _ => [new(operation.ToString(), Resource(body), Key(body["Key"] ?? body["Item"]!))],
    };

    private static RequestedAction Action(JsonNode? item)
    {
        var (name, action) = item!.AsObject().Single();
        return new RequestedAction(name == "ConditionCheck" ? "ConditionCheckItem" : name + "Item", Resource(action!), Key(action!["Key"] ?? action["Item"]!));
    }

    /// <summary>The condition begins with the partition key, by the names that queries have.</summary>
    private static RequestedAction Query(JsonNode body) =>
        new("Query", Resource(body), (string)body["ExpressionAttributeValues"]![":pk"]!["S"]!);

    private static string Resource(JsonNode body) => body["IndexName"] is { } index ? $"{body["TableName"]}/index/{index}" : (string)body["TableName"]!;

    /// <summary>Both samples name their partition key alike.</summary>
    private static string Key(JsonNode item) => (string)item["pk"]!["S"]!;
}

/// <summary>One action of a request.</summary>
/// <param name="Name">The action without its service.</param>
/// <param name="Resource">The table, or the table and its index.</param>
/// <param name="LeadingKey">The partition key; null for a scan.</param>
internal sealed record RequestedAction(string Name, string Resource, string? LeadingKey);
