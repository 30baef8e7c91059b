using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Transport.Clients;

/// <summary>The requests that write one item.</summary>
internal static class WriteRequests
{
    public static readonly RequestMembers<PutItemRequest> PutItem = new RequestMembers<PutItemRequest>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Item", static (request, value) => request.Item = value)
        .Text("ConditionExpression", static (request, value) => request.ConditionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Text("ReturnValues", static (request, value) => request.ReturnValues = value)
        .Text("ReturnValuesOnConditionCheckFailure", static (request, value) => request.ReturnValuesOnConditionCheckFailure = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);

    public static readonly RequestMembers<UpdateItemRequest> UpdateItem = new RequestMembers<UpdateItemRequest>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Key", static (request, value) => request.Key = value)
        .Text("UpdateExpression", static (request, value) => request.UpdateExpression = value)
        .Text("ConditionExpression", static (request, value) => request.ConditionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Text("ReturnValues", static (request, value) => request.ReturnValues = value)
        .Text("ReturnValuesOnConditionCheckFailure", static (request, value) => request.ReturnValuesOnConditionCheckFailure = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);

    public static readonly RequestMembers<DeleteItemRequest> DeleteItem = new RequestMembers<DeleteItemRequest>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Key", static (request, value) => request.Key = value)
        .Text("ConditionExpression", static (request, value) => request.ConditionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Text("ReturnValues", static (request, value) => request.ReturnValues = value)
        .Text("ReturnValuesOnConditionCheckFailure", static (request, value) => request.ReturnValuesOnConditionCheckFailure = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);
}
