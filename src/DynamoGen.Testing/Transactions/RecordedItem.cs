using System.Runtime.InteropServices;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Testing;

/// <summary>Reads items and keys of requests.</summary>
internal static class RecordedItem
{
    public static Dictionary<string, AttributeValue> Read(JsonElement item)
    {
        var attributes = new Dictionary<string, AttributeValue>();
        foreach (var attribute in item.EnumerateObject())
        {
            var reader = new WireReader(JsonMarshal.GetRawUtf8Value(attribute.Value));
            attributes.Add(attribute.Name, reader.ReadAttributeValue());
        }

        return attributes;
    }

    /// <summary>The primary key of an item.</summary>
    public static Dictionary<string, AttributeValue> KeyOf(TableSchema table, IReadOnlyDictionary<string, AttributeValue> item)
    {
        string?[] attributes = [table.PartitionKey, table.SortKey];
        return attributes.OfType<string>().ToDictionary(static attribute => attribute, attribute => item[attribute]);
    }
}
