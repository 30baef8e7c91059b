using System.Text.Json.Nodes;

namespace DynamoGen.CommandLine.Infrastructure.Comparison;

/// <summary>A place in the properties of a resource that differs: as deep as both sides have the same parts.</summary>
/// <param name="Path">The names of properties, and those of named items, from the resource on.</param>
/// <param name="Old">What was there; null for nothing.</param>
/// <param name="New">What is there; null for nothing.</param>
internal sealed record PropertyChange(IReadOnlyList<string> Path, JsonNode? Old, JsonNode? New)
{
    /// <summary>The path as people write it.</summary>
    public string Text => string.Join('.', Path);

    /// <summary>The property of the resource that it is a part of.</summary>
    public string Property => Path[0];

    /// <summary>Whether it is a whole item of a list, which is new or gone.</summary>
    public bool IsWholeItem => Path.Count == 2 && NamedItems.KeyOf(Property) is not null && (Old is null || New is null);

    /// <summary>All places that differ.</summary>
    public static IEnumerable<PropertyChange> Between(JsonObject old, JsonObject now) => Objects([], old, now);

    private static IEnumerable<PropertyChange> Objects(string[] path, JsonObject old, JsonObject now) =>
        old.Select(property => property.Key).Union(now.Select(property => property.Key), StringComparer.Ordinal)
            .SelectMany(name => Values([.. path, name], old[name], now[name]));

    private static IEnumerable<PropertyChange> Values(string[] path, JsonNode? old, JsonNode? now)
    {
        if (JsonNode.DeepEquals(old, now))
        {
            return [];
        }

        if (old is JsonObject oldObject && now is JsonObject newObject && !IsFunction(oldObject) && !IsFunction(newObject))
        {
            return Objects(path, oldObject, newObject);
        }

        return NamedItems.KeyOf(path[^1]) is { } key && NamedItems.Of(old, key) is { } oldItems && NamedItems.Of(now, key) is { } newItems
            ? oldItems.Keys.Union(newItems.Keys, StringComparer.Ordinal)
                .SelectMany(name => Values([.. path, name], oldItems.GetValueOrDefault(name), newItems.GetValueOrDefault(name)))
            : [new PropertyChange(path, old, now)];
    }

    /// <summary>A function of CloudFormation is one value.</summary>
    private static bool IsFunction(JsonObject node) =>
        node.Count == 1 && node.First().Key is var name && (name == "Ref" || name.StartsWith("Fn::", StringComparison.Ordinal));
}
