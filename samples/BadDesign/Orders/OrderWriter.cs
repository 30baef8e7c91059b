using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace BadDesign.Orders;

public sealed class OrderWriter(IAmazonDynamoDB client)
{
    public async Task ImportAsync(IEnumerable<Dictionary<string, AttributeValue>> orders, CancellationToken cancellationToken)
    {
        foreach (var chunk in orders.Chunk(100))
        {
            var writes = chunk.Select(order => new WriteRequest(new PutRequest(order))).ToList();
            await client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { ["orders"] = writes } }, cancellationToken);
        }
    }

    public Task SaveAsync(Dictionary<string, AttributeValue> order, CancellationToken cancellationToken) =>
        client.TransactWriteItemsAsync(
            new TransactWriteItemsRequest { TransactItems = [new() { Put = new Put { TableName = "orders", Item = order } }] },
            cancellationToken);

    public void Cancel(Dictionary<string, AttributeValue> key)
    {
        client.DeleteItemAsync("orders", key);
    }
}
