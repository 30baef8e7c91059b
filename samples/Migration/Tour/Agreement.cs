using MovingOrders.Load;
using MovingOrders.Sales;

namespace MovingOrders.Tour;

/// <summary>What both builds read at the end, compared with what every order should be.</summary>
/// <param name="Orders">How many orders there should be.</param>
/// <param name="Lost">Those that a build does not find.</param>
/// <param name="Stale">Those that are other ones than they should be.</param>
/// <param name="Resurrected">Those that should not be there.</param>
internal sealed record Agreement(int Orders, int Lost, int Stale, int Resurrected)
{
    public bool IsComplete => Lost + Stale + Resurrected == 0;

    /// <summary>Reads every customer's orders by each build, when nobody writes any more.</summary>
    public static async Task<Agreement> ReadAsync(OrderBook book, IEnumerable<Build> builds)
    {
        var all = new Agreement(book.Customers.Sum(customer => customer.Orders.Count), 0, 0, 0);
        foreach (var build in builds)
        {
            foreach (var customer in book.Customers)
            {
                all = all.With(customer.Orders, (await build.Shop.ListAsync(customer.CustomerId)).ToDictionary(order => order.OrderId));
            }
        }

        return all;
    }

    private Agreement With(SortedDictionary<int, Order> expected, Dictionary<int, Order> found) => this with
    {
        Lost = Lost + expected.Keys.Count(id => !found.ContainsKey(id)),
        Stale = Stale + expected.Count(order => found.TryGetValue(order.Key, out var other) && other != order.Value),
        Resurrected = Resurrected + found.Keys.Count(id => !expected.ContainsKey(id)),
    };
}
