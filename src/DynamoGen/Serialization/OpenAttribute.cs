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
    /// <param name="item">The item, up to where it breaks off.</param>
    /// <param name="keyed">The levels of maps and lists, a bit each from the item's own, whose names are keys of a dictionary, which are data.</param>
    /// <param name="isNextOpen">Whether a text that ends before an element of a list means that element, rather than the list.</param>
    public static string? Of(ReadOnlySpan<byte> item, ulong keyed, bool isNextOpen = false)
    {
        var levels = new List<OpenLevel>();
        var reader = new Utf8JsonReader(item, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 256 }));
        try
        {
            while (reader.Read())
            {
                Follow(ref reader, levels);
            }

            var isBeforeElement = isNextOpen && item is [.., (byte)'[' or (byte)','];
            if (isBeforeElement || item[(int)reader.BytesConsumed..].TrimStart(" ,\r\n\t"u8).Length > 0)
            {
                CountElement(levels);
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The text is malformed where it broke off, or a name in it is no UTF-8; what was read until there is the answer.
        }

        return AttributePath.Of(Segments(levels, keyed));
    }

    private static void Follow(ref Utf8JsonReader reader, List<OpenLevel> levels)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                CountElement(levels);
                var isValue = levels.Count > 0 && levels[^1].Level is Level.Map or Level.List;
                levels.Add(new(reader.TokenType == JsonTokenType.StartArray ? Level.List : isValue ? Level.Value : Level.Map));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.RemoveAt(levels.Count - 1);
                EndMember(levels);
                break;
            case JsonTokenType.PropertyName:
                levels[^1].Name = reader.GetString();
                break;
            default:
                CountElement(levels);
                EndMember(levels);
                break;
        }
    }

    private static void CountElement(List<OpenLevel> levels)
    {
        if (levels.Count > 0 && levels[^1].Level == Level.List)
        {
            levels[^1].Index++;
        }
    }

    private static void EndMember(List<OpenLevel> levels)
    {
        if (levels.Count > 0 && levels[^1].Level == Level.Map)
        {
            levels[^1].Name = null;
        }
    }

    private static List<string> Segments(List<OpenLevel> levels, ulong keyed)
    {
        var segments = new List<string>();
        var depth = 0;
        foreach (var open in levels.Where(open => open.Level != Level.Value))
        {
            // DynamoDB nests 32 levels; whatever lies deeper than a number has bits is not known to be a name.
            if (open.Level == Level.Map && (depth >= 64 || (keyed & (1UL << depth)) != 0))
            {
                segments.Add(AttributePath.Key);
            }
            else if (open is { Level: Level.Map, Name: { } name })
            {
                segments.Add(name);
            }
            else if (open is { Level: Level.List, Index: >= 0 })
            {
                segments.Add($"[{open.Index}]");
            }

            depth++;
        }

        return segments;
    }

    /// <summary>A level that is open: which of its members or elements.</summary>
    private sealed class OpenLevel(Level level)
    {
        public Level Level { get; } = level;

        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
