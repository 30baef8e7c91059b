using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Transport.Clients;

/// <summary>The requests that read one item, or a page of them.</summary>
internal static class ReadRequests
{
    public static readonly RequestMembers<GetItemRequest> GetItem = new RequestMembers<GetItemRequest>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Key", static (request, value) => request.Key = value)
        .Flag("ConsistentRead", static (request, value) => request.ConsistentRead = value)
        .Text("ProjectionExpression", static (request, value) => request.ProjectionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);

    public static readonly RequestMembers<QueryRequest> Query = new RequestMembers<QueryRequest>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Text("IndexName", static (request, value) => request.IndexName = value)
        .Text("KeyConditionExpression", static (request, value) => request.KeyConditionExpression = value)
        .Text("FilterExpression", static (request, value) => request.FilterExpression = value)
        .Text("ProjectionExpression", static (request, value) => request.ProjectionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Flag("ScanIndexForward", static (request, value) => request.ScanIndexForward = value)
        .Number("Limit", static (request, value) => request.Limit = value)
        .Attributes("ExclusiveStartKey", static (request, value) => request.ExclusiveStartKey = value)
        .Flag("ConsistentRead", static (request, value) => request.ConsistentRead = value)
        .Text("Select", static (request, value) => request.Select = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);

    public static readonly RequestMembers<ScanRequest> Scan = new RequestMembers<ScanRequest>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Text("IndexName", static (request, value) => request.IndexName = value)
        .Text("FilterExpression", static (request, value) => request.FilterExpression = value)
        .Text("ProjectionExpression", static (request, value) => request.ProjectionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Number("Limit", static (request, value) => request.Limit = value)
        .Attributes("ExclusiveStartKey", static (request, value) => request.ExclusiveStartKey = value)
        .Flag("ConsistentRead", static (request, value) => request.ConsistentRead = value)
        .Number("Segment", static (request, value) => request.Segment = value)
        .Number("TotalSegments", static (request, value) => request.TotalSegments = value)
        .Text("Select", static (request, value) => request.Select = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);
}
