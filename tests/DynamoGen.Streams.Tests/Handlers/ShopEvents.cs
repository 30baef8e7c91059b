using System.Text;
using DynamoGen.Streams.Tests.Shop;

namespace DynamoGen.Streams.Tests.Handlers;

/// <summary>A handler of every kind of change, which writes down what it was told.</summary>
[StreamHandler<ShopTable>(Name = "shop-events")]
public sealed partial class ShopEvents
{
    public List<string> Seen { get; } = [];

    private ValueTask Inserted(Order order, StreamChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Saw($"inserted order {order.OrderId} at {change.SequenceNumber}");
    }

    private Task Modified(Order before, Order after, OrderChanges changed)
    {
        Seen.Add($"modified order {after.OrderId} from {before.Status} to {after.Status}: {string.Join(", ", changed.Names)}; status {changed.Status}");
        return Task.CompletedTask;
    }

    private ValueTask Inserted(Customer customer) => Saw($"inserted customer {customer.CustomerId}");

    private ValueTask Removed(Customer customer, RemovalCause cause) => Saw($"removed customer {customer.CustomerId} by {cause}");

    private ValueTask Other(StreamRecord record) => Saw($"other {Encoding.UTF8.GetString(record.Keys.Span)}");

    /// <summary>A method of the handler's own.</summary>
    private ValueTask Saw(string what)
    {
        Seen.Add(what);
        return default;
    }
}

/// <summary>A handler of one change.</summary>
[StreamHandler<ShopTable>]
public sealed partial class NewOrders
{
    public List<Order> Orders { get; } = [];

    private ValueTask InsertedAsync(Order order)
    {
        Orders.Add(order);
        return default;
    }
}
