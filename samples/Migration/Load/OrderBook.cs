using MovingOrders.Sales;

namespace MovingOrders.Load;

/// <summary>What every order should be by now, whichever build has written it.</summary>
internal sealed class OrderBook
{
    private int _lastOrderId;

    public OrderBook(IEnumerable<Order> orders)
    {
        Customers = [.. orders.GroupBy(order => order.CustomerId).Select(group => new CustomerPage(group.Key, group))];
        _lastOrderId = Customers.Max(customer => customer.Orders.Keys.Max());
    }

    public IReadOnlyList<CustomerPage> Customers { get; }

    /// <summary>The number of an order that no clerk has written yet.</summary>
    public int NextOrderId() => Interlocked.Increment(ref _lastOrderId);
}

/// <summary>The orders of a customer.</summary>
internal sealed class CustomerPage(string customerId, IEnumerable<Order> orders) : IDisposable
{
    public string CustomerId => customerId;

    /// <summary>A customer's requests come one after the other, so that each clerk knows what must be read.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>The orders by their numbers, as both tables sort them. Only who has the turn looks at them.</summary>
    public SortedDictionary<int, Order> Orders { get; } = new(orders.ToDictionary(order => order.OrderId));

    public void Dispose() => Turn.Dispose();
}
