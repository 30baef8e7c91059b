using System.Text.Json;
using System.Text.Unicode;

namespace DynamoGen.Tests.Serialization.Fuzzing;

/// <summary>Tells whether a text is an item, whatever its attributes: the AWS SDK's reader does not come back from some texts that are not.</summary>
internal static class ItemShape
{
    public static bool IsItem(byte[] json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return IsMap(document.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // Half of a surrogate pair, escaped, is found only where a string is looked at.
            return false;
        }
    }

    private static bool IsMap(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.EnumerateObject().All(member => member.Name.Length >= 0 && IsValue(member.Value));

    private static bool IsValue(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.GetPropertyCount() != 1)
        {
            return false;
        }

        var content = json.EnumerateObject().Single();
        return content.Name switch
        {
            "S" or "N" => IsText(content.Value),
            "B" => content.Value.ValueKind == JsonValueKind.String && content.Value.TryGetBytesFromBase64(out _),
            "BOOL" => content.Value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "NULL" => content.Value.ValueKind == JsonValueKind.True,
            "M" => IsMap(content.Value),
            "L" => content.Value.ValueKind == JsonValueKind.Array && content.Value.EnumerateArray().All(IsValue),
            "SS" or "NS" => content.Value.ValueKind == JsonValueKind.Array && content.Value.EnumerateArray().All(IsText),
            "BS" => content.Value.ValueKind == JsonValueKind.Array
                && content.Value.EnumerateArray().All(element => element.ValueKind == JsonValueKind.String && element.TryGetBytesFromBase64(out _)),
            _ => false,
        };
    }

    private static bool IsText(JsonElement json) => json.ValueKind == JsonValueKind.String && json.GetString() is not null;
}
