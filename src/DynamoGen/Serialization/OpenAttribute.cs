using System.Text;
using System.Text.Json;

namespace DynamoGen.Serialization;

/// <summary>Finds which attribute an item's text breaks off in. Errors alone pay for it.</summary>
internal static class OpenAttribute
{
    private enum Level
    {
        /// <summary>An item or the content of an M value: its members are attributes.</summary>
        Map,

        /// <summary>An attribute value: its only member is a type descriptor.</summary>
        Value,

        /// <summary>The content of an L value or of a set.</summary>
        List,
    }

    /// <summary>The path of the attribute that is open where the text ends, such as <c>Lines[3].Price</c>, or null.</summary>
    public static string? Of(ReadOnlySpan<byte> item)
    {
        var levels = new List<(Level Level, string? Name, int Index)>();
        var reader = new Utf8JsonReader(item, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 256 }));
        try
        {
            while (reader.Read())
            {
                Follow(ref reader, levels);
            }

            if (item[(int)reader.BytesConsumed..].TrimStart(" ,\r\n\t"u8).Length > 0)
            {
                CountElement(levels);
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The text is malformed where it broke off, or a name in it is no UTF-8; what was read until there is the answer.
        }

        return Describe(levels);
    }

    private static void Follow(ref Utf8JsonReader reader, List<(Level Level, string? Name, int Index)> levels)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                CountElement(levels);
                var isValue = levels.Count > 0 && levels[^1].Level is Level.Map or Level.List;
                levels.Add((reader.TokenType == JsonTokenType.StartArray ? Level.List : isValue ? Level.Value : Level.Map, null, -1));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.RemoveAt(levels.Count - 1);
                EndMember(levels);
                break;
            case JsonTokenType.PropertyName:
                levels[^1] = levels[^1] with { Name = reader.GetString() };
                break;
            default:
                CountElement(levels);
                EndMember(levels);
                break;
        }
    }

    private static void CountElement(List<(Level Level, string? Name, int Index)> levels)
    {
        if (levels.Count > 0 && levels[^1].Level == Level.List)
        {
            levels[^1] = levels[^1] with { Index = levels[^1].Index + 1 };
        }
    }

    private static void EndMember(List<(Level Level, string? Name, int Index)> levels)
    {
        if (levels.Count > 0 && levels[^1].Level == Level.Map)
        {
            levels[^1] = levels[^1] with { Name = null };
        }
    }

    private static string? Describe(List<(Level Level, string? Name, int Index)> levels)
    {
        var path = new StringBuilder();
        foreach (var (level, name, index) in levels)
        {
            if (level == Level.Map && name is not null)
            {
                path.Append(path.Length > 0 ? "." : string.Empty).Append(name);
            }
            else if (level == Level.List && index >= 0)
            {
                path.Append('[').Append(index).Append(']');
            }
        }

        return path.Length > 0 ? path.ToString() : null;
    }
}
