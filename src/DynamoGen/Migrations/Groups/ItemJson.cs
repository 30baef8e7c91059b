using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Groups;

/// <summary>Items and keys of the SDK's form as DynamoDB's JSON.</summary>
internal static class ItemJson
{
    public static byte[] Of(Dictionary<string, AttributeValue> item)
    {
        using var writer = new WireWriter();
        writer.Attributes(item, nameof(item));
        return writer.Written.ToArray();
    }
}
