using OrderStreams.Sales;

namespace OrderStreams.Tour;

/// <summary>Writes orders, ships them and cancels some, and remembers of what customers must be told.</summary>
internal sealed class OrderWriter(IOrders orders)
{
    /// <summary>Slow enough that shards roll over and a worker dies while orders come in.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(25);

    private readonly Lock _gate = new();
    private readonly List<(int OrderId, string What)> _expected = [];

    /// <summary>How many changes were written.</summary>
    public int Written
    {
        get
        {
            lock (_gate)
            {
                return _expected.Count;
            }
        }
    }

    /// <summary>What customers must be told.</summary>
    public IReadOnlyList<(int OrderId, string What)> Expected
    {
        get
        {
            lock (_gate)
            {
                return [.. _expected];
            }
        }
    }

    /// <summary>Writes orders to the table; of each, two thirds are shipped, and some are cancelled.</summary>
    public async Task WriteAsync(IEnumerable<Order> source, CancellationToken cancellationToken)
    {
        foreach (var order in source)
        {
            var written = await CreateAsync(order);
            if (order.OrderId % 3 != 0)
            {
                written = await orders.Replace(written with { Status = OrderStatus.Shipped }, CancellationToken.None);
                Expect(order.OrderId, "shipped");
            }

            if (order.OrderId % 10 == 0)
            {
                await orders.Delete(written, CancellationToken.None);
                Expect(order.OrderId, "cancelled");
            }

            await Task.Delay(Pace, cancellationToken);
        }
    }

    public async Task<Order> CreateAsync(Order order)
    {
        var written = await orders.Create(order, CancellationToken.None);
        Expect(order.OrderId, "placed");
        return written;
    }

    private void Expect(int orderId, string what)
    {
        lock (_gate)
        {
            _expected.Add((orderId, what));
        }
    }
}
