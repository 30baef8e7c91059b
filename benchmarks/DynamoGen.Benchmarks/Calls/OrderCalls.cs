using Amazon.DynamoDBv2.Model;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;

namespace DynamoGen.Benchmarks.Calls;

/// <summary>Whole calls, each to orders in memory, in the three ways.</summary>
public static class OrderCalls
{
    public static async Task<IReadOnlyList<Order>> QueryLowLevel(CannedClients clients)
    {
        var response = await clients.Client.QueryAsync(new QueryRequest
        {
            TableName = "orders",
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = new() { [":pk"] = new AttributeValue { S = Order.Keys.Primary.PartitionKey(10248) } },
        });
        return response.Items.ConvertAll(AttributeMap.ToOrder);
    }

    public static async Task<IReadOnlyList<SdkOrder>> QueryObjectMapper(CannedClients clients) =>
        await clients.Context.QueryAsync<SdkOrder>(Order.Keys.Primary.PartitionKey(10248)).GetRemainingAsync();

    public static async Task<IReadOnlyList<Order>> QueryGenerated(CannedClients clients) => await clients.Orders.Query(10248);

    public static async Task<Order> GetLowLevel(CannedClients clients)
    {
        var response = await clients.Client.GetItemAsync("orders", new Dictionary<string, AttributeValue>
        {
            ["pk"] = new() { S = Order.Keys.Primary.PartitionKey(10248) },
            ["sk"] = new() { S = Order.Keys.Primary.SortKey() },
        });
        return AttributeMap.ToOrder(response.Item);
    }

    public static async Task<SdkOrder> GetObjectMapper(CannedClients clients) =>
        await clients.Context.LoadAsync<SdkOrder>(Order.Keys.Primary.PartitionKey(10248), Order.Keys.Primary.SortKey());

    public static async Task<Order?> GetGenerated(CannedClients clients) => await clients.Orders.Get(10248);

    public static Task PutLowLevel(CannedClients clients, Order order) =>
        clients.Client.PutItemAsync(new PutItemRequest { TableName = "orders", Item = AttributeMap.FromOrder(order) });

    public static Task PutObjectMapper(CannedClients clients, Order order) => clients.Context.SaveAsync(SdkOrder.Of(order));

    public static Task PutGenerated(CannedClients clients, Order order) => clients.Orders.Put(order).AsTask();
}
