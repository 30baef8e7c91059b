using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Estimates;

/// <summary>Items and keys as DynamoDB's JSON.</summary>
internal static class ItemText
{
    /// <summary>The attributes of an item, each as JSON, in the order of their names.</summary>
    public static SortedDictionary<string, string> AttributesOf(Dictionary<string, AttributeValue> item) =>
        new(item.ToDictionary(attribute => attribute.Key, attribute => Of(attribute.Value)), StringComparer.Ordinal);

    /// <summary>The primary key of an item.</summary>
    public static string KeyOf(TableSchema table, Dictionary<string, AttributeValue> item) =>
        Of(item[table.PartitionKey]) + (table.SortKey is { } sortKey ? Of(item[sortKey]) : string.Empty);

    private static string Of(AttributeValue value)
    {
        using var writer = new WireWriter();
        writer.AttributeValue(value);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
