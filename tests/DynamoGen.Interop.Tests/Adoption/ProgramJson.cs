using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DynamoGen.Interop.Tests.Adoption;

/// <summary>What a program in node reads, in a form in which equal items are equal.</summary>
internal static partial class ProgramJson
{
    /// <summary>Writes instants with three digits, and leaves out the time of the last write and the attributes of keys.</summary>
    public static JsonNode? Comparable(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values
            .Where(value => value.Key is not ("updated" or "modified" or "pk" or "sk" or "gsi1pk" or "gsi1sk"))
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .Select(value => KeyValuePair.Create(value.Key, Comparable(value.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Comparable)]),
        JsonValue value when value.TryGetValue(out string? text) && Instant().IsMatch(text) => JsonValue.Create(
            DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    /// <summary>Changes each object for which a property has a value.</summary>
    public static void Change(JsonNode? node, string property, JsonValue value, Action<JsonObject> change)
    {
        switch (node)
        {
            case JsonArray elements:
                elements.ToList().ForEach(element => Change(element, property, value, change));
                break;
            case JsonObject values:
                if (JsonNode.DeepEquals(values[property], value))
                {
                    change(values);
                }

                values.ToList().ForEach(nested => Change(nested.Value, property, value, change));
                break;
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
    private static partial Regex Instant();
}
