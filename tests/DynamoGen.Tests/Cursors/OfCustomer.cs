using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Cursors;

/// <summary>The orders of a customer from a beginning of the sort key; optionally only those in a city, by a filter.</summary>
internal readonly struct OfCustomer(string customerId, string sortKeyPrefix = "ORDER#", string? city = null) : IQueryRequest
{
    public void WriteKeyCondition(WireWriter writer, int shard)
    {
        writer.Raw(",\"KeyConditionExpression\":\"pk = :pk AND begins_with(sk, :sk)\""u8);
        writer.Raw(city is null ? default : ",\"FilterExpression\":\"City = :city\""u8);
        writer.Raw(",\"ExpressionAttributeValues\":{\":pk\":{\"S\":\"CUSTOMER#"u8);
        writer.Text(customerId);
        writer.Raw("\"},\":sk\":{\"S\":\""u8);
        writer.Text(sortKeyPrefix);
        if (city is not null)
        {
            writer.Raw("\"},\":city\":{\"S\":\""u8);
            writer.Text(city);
        }

        writer.Raw("\"}}"u8);
    }
}
