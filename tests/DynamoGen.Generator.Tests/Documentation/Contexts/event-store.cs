using DynamoGen.EventSourcing;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace Orders;

public sealed record OrderPlaced(string Customer) : OrderEvent;

public sealed record OrderPaid(decimal Amount) : OrderEvent;

public sealed record Subscribed(string Course, string Student) : OrderEvent;

public sealed record Order
{
    public Order Apply(OrderEvent happened) => this;
}

public sealed record OrderState(decimal Total, int Lines)
{
    public OrderState Apply(OrderEvent happened) => this;
}

public interface IOrderViews;

// 1
// 3.1
// 3.2
// 4.1

internal static class Use
{
    public static void Register(IServiceCollection services)
    {
        // 2.1
    }

    public static async Task Append(OrderEventStore store, string orderId, Guid commandId)
    {
        // 2.2
    }

    public static async Task Snapshots(OrderEventStore store, string orderId, IOrderSnapshots snapshots)
    {
        // 3.3
    }

    public static async Task Replay(
        IProjection<StoredOrderEvent> projection, IOrderEvents events, IOrderMarks marks, ITransactions transactions,
        EventReplay<StoredOrderEvent> replay, DateTimeOffset opened, StoredOrderEvent stored)
    {
        // 4.2
    }

    public static async Task Boundaries(OrderEventStore store, string course, string student, string stream, Guid id)
    {
        // 5
    }
}
