using DynamoGen;
using DynamoGen.Streams;
using OrderStreams.Sales;
using OrderStreams.Search;

namespace OrderStreams.Handlers;

/// <summary>Tells customers what became of their orders. Nobody wants to be told twice, so that it is registered with a fence.</summary>
[StreamHandler<OrdersTable>(Name = Notifier.HandlerName)]
public sealed partial class Notifier(SearchClient search)
{
    public const string HandlerName = "notifier";

    private ValueTask Inserted(Order order, CancellationToken cancellationToken) => Tell(order, "placed", cancellationToken);

    private ValueTask Modified(Order before, Order after, OrderChanges changed, CancellationToken cancellationToken) =>
        changed.Status && before.Status == OrderStatus.Open ? Tell(after, "shipped", cancellationToken) : default;

    private ValueTask Removed(Order order, RemovalCause cause, CancellationToken cancellationToken) =>
        Tell(order, cause == RemovalCause.TimeToLive ? "expired" : "cancelled", cancellationToken);

    private ValueTask Tell(Order order, string what, CancellationToken cancellationToken) =>
        search.SendAsync(new SearchRequest(order.OrderId, Version: 0, Notification: what), cancellationToken);
}
