using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Transport.Clients;

/// <summary>The requests of batches.</summary>
internal static class BatchRequests
{
    private static readonly RequestMembers<KeysAndAttributes> Keys = new RequestMembers<KeysAndAttributes>()
        .AttributesList("Keys", static (request, value) => request.Keys = value)
        .Flag("ConsistentRead", static (request, value) => request.ConsistentRead = value)
        .Text("ProjectionExpression", static (request, value) => request.ProjectionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value);

    private static readonly RequestMembers<PutRequest> Put = new RequestMembers<PutRequest>()
        .Attributes("Item", static (request, value) => request.Item = value);

    private static readonly RequestMembers<DeleteRequest> Delete = new RequestMembers<DeleteRequest>()
        .Attributes("Key", static (request, value) => request.Key = value);

    private static readonly RequestMembers<WriteRequest> Write = new RequestMembers<WriteRequest>()
        .Object("PutRequest", Put, static (request, value) => request.PutRequest = value)
        .Object("DeleteRequest", Delete, static (request, value) => request.DeleteRequest = value);

    public static readonly RequestMembers<BatchGetItemRequest> BatchGetItem = new RequestMembers<BatchGetItemRequest>()
        .Map("RequestItems", Keys, static (request, value) => request.RequestItems = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);

    public static readonly RequestMembers<BatchWriteItemRequest> BatchWriteItem = new RequestMembers<BatchWriteItemRequest>()
        .MapOfLists("RequestItems", Write, static (request, value) => request.RequestItems = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);
}
