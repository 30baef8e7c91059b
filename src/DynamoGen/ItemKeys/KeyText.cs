using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.ItemKeys;

/// <summary>A key of any table as text that is the same for the same key, however its JSON is written.</summary>
internal static class KeyText
{
    /// <exception cref="ItemFormatException">It is no key: an attribute is of no type that a key has, empty, or there twice.</exception>
    public static string Read(ReadOnlySpan<byte> json) => Of(ReadAttributes(json));

    /// <summary>The text of a key in the SDK's form.</summary>
    public static string Of(IReadOnlyDictionary<string, AttributeValue> key)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in key)
        {
            attributes.Add(name, Read(value));
        }

        return Of(attributes);
    }

    /// <summary>The attributes of a key, each with the descriptor of its type before its value.</summary>
    public static SortedDictionary<string, string> ReadAttributes(ReadOnlySpan<byte> json)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var reader = new WireReader(json);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            var attribute = Encoding.UTF8.GetString(name);
            if (!attributes.TryAdd(attribute, Read(reader.ReadAttributeValue())))
            {
                throw Malformed("the same attribute twice");
            }
        }

        return attributes;
    }

    /// <summary>With their lengths, texts that lie side by side cannot be taken for others.</summary>
    public static string Of(SortedDictionary<string, string> attributes) =>
        string.Concat(attributes.Select(attribute => $"{attribute.Key.Length}:{attribute.Key}{attribute.Value.Length}:{attribute.Value}"));

    private static string Read(AttributeValue value) => value switch
    {
        { S.Length: > 0 } => $"S{value.S}",
        { N: not null } => $"N{StoredNumber.Canonical(value.N)}",
        { B.Length: > 0 } => $"B{Convert.ToBase64String(value.B.ToArray())}",
        _ => throw Malformed("a value that no key has"),
    };

    private static ItemFormatException Malformed(string found) => new(null, null, "a key", found);
}
