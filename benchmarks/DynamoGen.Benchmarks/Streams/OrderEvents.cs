using DynamoGen.Benchmarks.Orders;

namespace DynamoGen.Benchmarks.Streams;

/// <summary>A handler that does no more than take what it is given.</summary>
[StreamHandler<OrderTable>]
public sealed partial class OrderEvents
{
    /// <summary>The orders that were taken.</summary>
    public int Count { get; private set; }

    private ValueTask Inserted(Order order)
    {
        Count += order.OrderId > 0 ? 1 : 0;
        return default;
    }

    private ValueTask Modified(Order before, Order after)
    {
        Count += before.OrderId == after.OrderId ? 2 : 0;
        return default;
    }
}
