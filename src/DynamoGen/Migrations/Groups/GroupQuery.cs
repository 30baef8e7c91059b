using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Groups;

/// <summary>Turns the key condition of a group into a request.</summary>
internal static class GroupQuery
{
    /// <summary>The Query of a group's items in a table, in their newest state.</summary>
    public static QueryRequest Of(string tableName, string condition)
    {
        using var members = JsonDocument.Parse(condition);
        var root = members.RootElement;
        var values = new WireReader(Encoding.UTF8.GetBytes(root.GetProperty("ExpressionAttributeValues").GetRawText()));
        return new QueryRequest
        {
            TableName = tableName,
            ConsistentRead = true,
            ReturnConsumedCapacity = "TOTAL",
            KeyConditionExpression = root.GetProperty("KeyConditionExpression").GetString(),
            ExpressionAttributeNames = root.GetProperty("ExpressionAttributeNames").EnumerateObject()
                .ToDictionary(static name => name.Name, static name => name.Value.GetString()!),
            ExpressionAttributeValues = values.ReadAttributes(nameof(condition)),
        };
    }
}
