using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.ItemKeys;

/// <summary>Reads the key that a page ends with.</summary>
internal static class PageKey
{
    /// <summary>Reads it as text that is the same for the same key, however its JSON is written.</summary>
    /// <exception cref="ItemFormatException">It is no key of the table: it lacks a key attribute, or one is of another type or empty.</exception>
    public static string Read(TableSchema table, ReadOnlySpan<byte> json)
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

        Require(attributes, table.PartitionKey, table.PartitionKeyType);
        if (table.SortKey is { } sortKey)
        {
            Require(attributes, sortKey, table.SortKeyType);
        }

        // With their lengths, texts that lie side by side cannot be taken for others.
        return string.Concat(attributes.Select(attribute => $"{attribute.Key.Length}:{attribute.Key}{attribute.Value.Length}:{attribute.Value}"));
    }

    private static string Read(AttributeValue value) => value switch
    {
        { S.Length: > 0 } => $"S{value.S}",
        { N: not null } => $"N{StoredNumber.Canonical(value.N)}",
        { B.Length: > 0 } => $"B{Convert.ToBase64String(value.B.ToArray())}",
        _ => throw Malformed("a value that no key has"),
    };

    private static void Require(SortedDictionary<string, string> attributes, string name, KeyAttributeType type)
    {
        if (!attributes.TryGetValue(name, out var value) || !value.StartsWith(type.Descriptor, StringComparison.Ordinal))
        {
            throw Malformed($"none in which '{name}' is {type.Descriptor}");
        }
    }

    private static ItemFormatException Malformed(string found) => new(null, null, "a LastEvaluatedKey of the table", found);
}
