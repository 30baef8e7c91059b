using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Transport.Clients;

/// <summary>The requests of transactions.</summary>
internal static class TransactionRequests
{
    private static readonly RequestMembers<Get> Get = new RequestMembers<Get>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Key", static (request, value) => request.Key = value)
        .Text("ProjectionExpression", static (request, value) => request.ProjectionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value);

    private static readonly RequestMembers<TransactGetItem> GetAction = new RequestMembers<TransactGetItem>()
        .Object("Get", Get, static (request, value) => request.Get = value);

    private static readonly RequestMembers<Put> Put = new RequestMembers<Put>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Item", static (request, value) => request.Item = value)
        .Text("ConditionExpression", static (request, value) => request.ConditionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Text("ReturnValuesOnConditionCheckFailure", static (request, value) => request.ReturnValuesOnConditionCheckFailure = value);

    private static readonly RequestMembers<Update> Update = new RequestMembers<Update>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Key", static (request, value) => request.Key = value)
        .Text("UpdateExpression", static (request, value) => request.UpdateExpression = value)
        .Text("ConditionExpression", static (request, value) => request.ConditionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Text("ReturnValuesOnConditionCheckFailure", static (request, value) => request.ReturnValuesOnConditionCheckFailure = value);

    private static readonly RequestMembers<Delete> Delete = new RequestMembers<Delete>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Key", static (request, value) => request.Key = value)
        .Text("ConditionExpression", static (request, value) => request.ConditionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Text("ReturnValuesOnConditionCheckFailure", static (request, value) => request.ReturnValuesOnConditionCheckFailure = value);

    private static readonly RequestMembers<ConditionCheck> ConditionCheck = new RequestMembers<ConditionCheck>()
        .Text("TableName", static (request, value) => request.TableName = value)
        .Attributes("Key", static (request, value) => request.Key = value)
        .Text("ConditionExpression", static (request, value) => request.ConditionExpression = value)
        .Texts("ExpressionAttributeNames", static (request, value) => request.ExpressionAttributeNames = value)
        .Attributes("ExpressionAttributeValues", static (request, value) => request.ExpressionAttributeValues = value)
        .Text("ReturnValuesOnConditionCheckFailure", static (request, value) => request.ReturnValuesOnConditionCheckFailure = value);

    private static readonly RequestMembers<TransactWriteItem> WriteAction = new RequestMembers<TransactWriteItem>()
        .Object("Put", Put, static (request, value) => request.Put = value)
        .Object("Update", Update, static (request, value) => request.Update = value)
        .Object("Delete", Delete, static (request, value) => request.Delete = value)
        .Object("ConditionCheck", ConditionCheck, static (request, value) => request.ConditionCheck = value);

    public static readonly RequestMembers<TransactGetItemsRequest> TransactGetItems = new RequestMembers<TransactGetItemsRequest>()
        .List("TransactItems", GetAction, static (request, value) => request.TransactItems = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);

    public static readonly RequestMembers<TransactWriteItemsRequest> TransactWriteItems = new RequestMembers<TransactWriteItemsRequest>()
        .List("TransactItems", WriteAction, static (request, value) => request.TransactItems = value)
        .Text("ClientRequestToken", static (request, value) => request.ClientRequestToken = value)
        .Text("ReturnConsumedCapacity", static (request, value) => request.ReturnConsumedCapacity = value);
}
