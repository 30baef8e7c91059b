using System.Text.Json;

namespace DynamoGen.Streams.Clients;

/// <summary>
/// DynamoDB Local 3.3.1 writes an empty map into a record as a value of no type, <c>{}</c> instead of <c>{"M":{}}</c>; AWS does not. Here its type is
/// given back to it, so that items are read from its streams as they are stored.
/// </summary>
internal static class EmptyMaps
{
    private static ReadOnlySpan<byte> Empty => "{}"u8;

    private static ReadOnlySpan<byte> Typed => "\"M\":{}"u8;

    private enum Content
    {
        Other,
        Attributes,
        Value,
        List,
    }

    /// <summary>The page, with the types of its empty maps; the same memory where none lacks one.</summary>
    public static ReadOnlyMemory<byte> Restore(ReadOnlyMemory<byte> page)
    {
        // Nearly every page has none at all, which one search tells.
        if (page.Span.IndexOf(Empty) < 0)
        {
            return page;
        }

        var untyped = Untyped(page.Span);
        if (untyped.Count == 0)
        {
            return page;
        }

        var restored = new byte[page.Length + (untyped.Count * Typed.Length)];
        var (from, to) = (0, 0);
        foreach (var inside in untyped)
        {
            page.Span[from..inside].CopyTo(restored.AsSpan(to));
            to += inside - from;
            Typed.CopyTo(restored.AsSpan(to));
            to += Typed.Length;
            from = inside;
        }

        page.Span[from..].CopyTo(restored.AsSpan(to));
        return restored;
    }

    /// <summary>Where values without a type end: the offsets of their closing braces.</summary>
    private static List<int> Untyped(ReadOnlySpan<byte> page)
    {
        var found = new List<int>();
        var reader = new Utf8JsonReader(page, new JsonReaderOptions { MaxDepth = 128 });
        var open = new Stack<Content>();
        var name = string.Empty;
        var isEmpty = false;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = reader.ValueSpan.Length <= 8 ? reader.GetString()! : string.Empty;
                        break;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(Inside(open.Count == 0 ? Content.Other : open.Peek(), name));
                        isEmpty = true;
                        continue;
                    case JsonTokenType.EndObject when open.Pop() == Content.Value && isEmpty:
                        found.Add((int)reader.TokenStartIndex);
                        break;
                    case JsonTokenType.EndArray:
                        open.Pop();
                        break;
                }

                isEmpty = false;
            }
        }
        catch (JsonException)
        {
            // What is malformed is told by who reads the records.
            return [];
        }

        return found;
    }

    private static Content Inside(Content outer, string name) => outer switch
    {
        Content.Attributes or Content.List => Content.Value,
        Content.Value => name switch
        {
            "M" => Content.Attributes,
            "L" => Content.List,
            _ => Content.Other,
        },
        _ => name is "Keys" or "NewImage" or "OldImage" ? Content.Attributes : Content.Other,
    };
}
