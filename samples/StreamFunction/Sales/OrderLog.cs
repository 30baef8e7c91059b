using DynamoGen;
using DynamoGen.Streams;

namespace OrderFunction.Sales;

/// <summary>What the function does with each change of an order: a line of its log, where a real one would send a message.</summary>
[StreamHandler<OrdersTable>(Name = "order-log")]
public sealed partial class OrderLog(TextWriter log)
{
    private ValueTask Inserted(Order order, StreamChange change) => Write($"{change.EventId}: order {order.OrderId} of {order.CustomerId} was placed");

    private ValueTask Modified(Order before, Order after, OrderChanges changed, StreamChange change) =>
        changed.Status ? Write($"{change.EventId}: order {after.OrderId} went from {before.Status} to {after.Status}") : default;

    private ValueTask Removed(Order order, RemovalCause cause, StreamChange change) =>
        Write($"{change.EventId}: order {order.OrderId} was removed by {(cause == RemovalCause.TimeToLive ? "its time to live" : "a program")}");

    private async ValueTask Write(string line) => await log.WriteLineAsync(line);
}
