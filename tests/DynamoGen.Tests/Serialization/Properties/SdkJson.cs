using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Amazon.DynamoDBv2.Model.Internal.MarshallTransformations;
using Amazon.Runtime.Internal.Transform;

namespace DynamoGen.Tests.Serialization.Properties;

/// <summary>Items as the AWS SDK itself writes and reads them.</summary>
internal static class SdkJson
{
    public static Dictionary<string, AttributeValue> Read(byte[] item)
    {
        using var body = new MemoryStream([.. "{\"Item\":"u8, .. item, (byte)'}']);
        using var context = new JsonUnmarshallerContext(body, maintainResponseBody: false, responseData: null);
        return ((GetItemResponse)GetItemResponseUnmarshaller.Instance.Unmarshall(context)).Item;
    }

    public static byte[] Write(Dictionary<string, AttributeValue> item)
    {
        var request = PutItemRequestMarshaller.Instance.Marshall(new PutItemRequest { TableName = "table", Item = item });
        using var body = request.Content is { } content ? JsonDocument.Parse(content) : JsonDocument.Parse(request.ContentStream);
        return System.Text.Encoding.UTF8.GetBytes(body.RootElement.GetProperty("Item").GetRawText());
    }
}
