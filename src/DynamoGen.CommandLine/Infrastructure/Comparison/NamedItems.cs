using System.Text.Json.Nodes;

namespace DynamoGen.CommandLine.Infrastructure.Comparison;

/// <summary>The items of a list that have names, such as the indexes of a table, whose order says nothing.</summary>
internal static class NamedItems
{
    /// <summary>The property that names the items of a list; null where they have no names.</summary>
    public static string? KeyOf(string list) => list switch
    {
        "GlobalSecondaryIndexes" or "LocalSecondaryIndexes" or "VectorIndexes" => "IndexName",
        "Replicas" or "GlobalTableWitnesses" => "Region",
        "AttributeDefinitions" => "AttributeName",
        "Tags" => "Key",
        _ => null,
    };

    /// <summary>The items by their names; null where it is no list of items that all have one of their own.</summary>
    public static Dictionary<string, JsonObject>? Of(JsonNode? list, string key)
    {
        if (list is not (null or JsonArray))
        {
            return null;
        }

        var items = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var item in list as JsonArray ?? [])
        {
            if (item is not JsonObject named || named[key] is not JsonValue value || !value.TryGetValue<string>(out var name) || !items.TryAdd(name, named))
            {
                return null;
            }
        }

        return items;
    }
}
