using System.Text.Json.Nodes;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>Takes batches apart: the first half is sent, the rest stands in the answer as unprocessed.</summary>
internal static class BatchParts
{
    /// <summary>How many entries a batch has.</summary>
    public static int Count(in TransportRequest request) => Tables(RewrittenJson.Read(request.Body)).Sum(static table => Entries(table.Value!).Count);

    /// <summary>Splits a batch of at least two entries.</summary>
    /// <returns>The request of the first half, and the rest, by tables.</returns>
    public static (TransportRequest Sent, JsonObject Unprocessed) Split(in TransportRequest request)
    {
        var body = RewrittenJson.Read(request.Body);
        var left = (Count(request) + 1) / 2;
        var rest = new JsonObject();
        foreach (var (table, content) in Tables(body).ToList())
        {
            var entries = Entries(content!);
            var taken = Math.Min(left, entries.Count);
            left -= taken;
            if (taken < entries.Count)
            {
                var behind = content!.DeepClone();
                Entries(behind).RemoveRange(0, taken);
                entries.RemoveRange(taken, entries.Count - taken);
                rest[table] = behind;
            }

            if (taken == 0)
            {
                Tables(body).Remove(table);
            }
        }

        return (request.With(body), rest);
    }

    /// <summary>The answer to a half, with the other half, and what DynamoDB itself has left undone.</summary>
    public static TransportResponse WithRest(TransportResponse response, DynamoOperation operation, JsonObject rest)
    {
        var answer = RewrittenJson.Read(response.Body);
        var member = operation == DynamoOperation.BatchWriteItem ? "UnprocessedItems" : "UnprocessedKeys";
        foreach (var (table, content) in (answer[member] as JsonObject ?? []).ToList())
        {
            if (rest[table] is { } here)
            {
                Entries(content!).ToList().ForEach(entry => Entries(here).Add(entry!.DeepClone()));
            }
            else
            {
                rest[table] = content!.DeepClone();
            }
        }

        answer[member] = rest;
        return RewrittenJson.Response(answer, response.MayHaveBeenApplied);
    }

    private static JsonObject Tables(JsonObject body) => body["RequestItems"]!.AsObject();

    /// <summary>A batch that writes has a list for a table; one that reads an object, whose keys are a list.</summary>
    private static JsonArray Entries(JsonNode table) => table as JsonArray ?? table["Keys"]!.AsArray();
}
