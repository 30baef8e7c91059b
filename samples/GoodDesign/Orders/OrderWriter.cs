using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace GoodDesign.Orders;

public sealed class OrderWriter(IAmazonDynamoDB client)
{
    private const int MostAttempts = 8;

    public async Task ImportAsync(IEnumerable<Dictionary<string, AttributeValue>> orders, CancellationToken cancellationToken)
    {
        foreach (var chunk in orders.Chunk(25))
        {
            var writes = chunk.Select(order => new WriteRequest(new PutRequest(order))).ToList();
            await WriteAllAsync(new() { ["orders"] = writes }, cancellationToken);
        }
    }

    public Task SaveAsync(Dictionary<string, AttributeValue> order, CancellationToken cancellationToken) =>
        client.PutItemAsync(new PutItemRequest { TableName = "orders", Item = order }, cancellationToken);

    public async Task CancelAsync(Dictionary<string, AttributeValue> key, CancellationToken cancellationToken) =>
        await client.DeleteItemAsync("orders", key, cancellationToken);

    private async Task WriteAllAsync(Dictionary<string, List<WriteRequest>> writes, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = writes }, cancellationToken);
            if (response.UnprocessedItems is not { Count: > 0 } unprocessed)
            {
                return;
            }

            if (attempt == MostAttempts)
            {
                throw new InvalidOperationException($"{unprocessed.Sum(table => table.Value.Count)} orders were not written in {MostAttempts} attempts.");
            }

            writes = unprocessed;
            await Task.Delay(TimeSpan.FromMilliseconds(50 * Math.Pow(2, attempt)), cancellationToken);
        }
    }
}
