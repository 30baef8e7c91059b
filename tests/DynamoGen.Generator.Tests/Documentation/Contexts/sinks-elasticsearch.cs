using System.Text.Json;
using DynamoGen.Streams;
using DynamoGen.Streams.Elasticsearch;
using DynamoGen.Streams.Reconciliation;
using DynamoGen.Streams.Sinks;
using Elastic.Clients.Elasticsearch;

namespace Orders;

[Table("shop", Stream = StreamView.NewAndOldImages)]
public sealed partial class Shop;

[Entity<Shop>]
[Key("ORDER#{OrderId:raw}", "ORDER")]
public sealed partial record Order(string OrderId, string Status)
{
    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }

    [OptimisticLock]
    public long Count { get; init; }
}

public sealed record OrderDocument(string Id, string Status);

[Repository<Order>]
public partial interface IOrders
{
    [ConsistentRead]
    ValueTask<Order?> Get(string orderId);

    [AllowScan("Reconciliation compares all of it.")]
    IAsyncEnumerable<Order> All();
}

internal static class Use
{
    public static ElasticsearchSink Sink(ElasticsearchClient client)
    {
        // 1
        return sink;
    }

    public static async Task<ReconciliationReport> ReconcileAsync(ElasticsearchClient client, IOrders orders)
    {
        // 2
        return report;
    }

    private static IndexedDocument DocumentOf(Order order) =>
        new("orders", new OrderDocument(order.OrderId, order.Status), DocumentVersion.Of(order.CreatedAt, order.Count));
}
