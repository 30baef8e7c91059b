using System.Diagnostics;
using DynamoGen;
using DynamoGen.Migrations.Phases;
using MovingOrders.Sales;

namespace MovingOrders.Load;

/// <summary>Reads or writes orders of customers that are chosen at random, and compares each answer with the book.</summary>
internal sealed class Clerk(IShop shop, OrderBook book, BuildCounts counts)
{
    private const int FewestOrders = 3;
    private static readonly TimeSpan ReadPause = TimeSpan.FromMilliseconds(10);

    /// <summary>Long enough that the ledger stays short: it runs empty in seconds.</summary>
    private static readonly TimeSpan WritePause = TimeSpan.FromMilliseconds(75);

    /// <summary>Reads until it is stopped.</summary>
    public Task ReadAsync(CancellationToken stopping) =>
        WorkAsync(customer => Random.Shared.Next(4) == 0 ? ListAsync(customer) : GetAsync(customer), ReadPause, stopping);

    /// <summary>Writes until it is stopped.</summary>
    public Task WriteAsync(CancellationToken stopping) => WorkAsync(
        customer => Random.Shared.Next(10) switch
        {
            0 => CreateAsync(customer),
            1 when customer.Orders.Count > FewestOrders => DeleteAsync(customer),
            < 5 => ShipAsync(customer),
            _ => ChangeFreightAsync(customer),
        },
        WritePause,
        stopping);

    /// <summary>What is begun is done to its end, so that the book stays right.</summary>
    private async Task WorkAsync(Func<CustomerPage, Task> work, TimeSpan pause, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var customer = book.Customers[Random.Shared.Next(book.Customers.Count)];
            await customer.Turn.WaitAsync(CancellationToken.None);
            try
            {
                await work(customer);
            }
            catch (WritesPausedException)
            {
                // Around cut-over to another place, for a moment. Nothing was sent; the next turn tries again.
            }
            finally
            {
                customer.Turn.Release();
            }

            await Task.Delay(pause, CancellationToken.None);
        }
    }

    private async Task GetAsync(CustomerPage customer)
    {
        var expected = Any(customer);
        var start = Stopwatch.GetTimestamp();
        var found = await shop.GetAsync(customer.CustomerId, expected.OrderId);
        counts.Read(start, found == expected);
    }

    private async Task ListAsync(CustomerPage customer)
    {
        var start = Stopwatch.GetTimestamp();
        var found = await shop.ListAsync(customer.CustomerId);
        counts.Read(start, found.SequenceEqual(customer.Orders.Values));
    }

    private async Task CreateAsync(CustomerPage customer)
    {
        var order = Any(customer) with { OrderId = book.NextOrderId(), ShippedOn = null };
        var start = Stopwatch.GetTimestamp();
        counts.Wrote(start, await shop.CreateAsync(order));
        customer.Orders.Add(order.OrderId, order);
    }

    private async Task DeleteAsync(CustomerPage customer)
    {
        var order = Any(customer);
        var start = Stopwatch.GetTimestamp();
        await shop.DeleteAsync(order);
        counts.Wrote(start, isExpected: true);
        customer.Orders.Remove(order.OrderId);
    }

    private async Task ChangeFreightAsync(CustomerPage customer)
    {
        var order = Any(customer);
        await PutAsync(customer, order with { Freight = order.Freight with { Amount = Random.Shared.Next(1, 100_000) / 100m } });
    }

    private async Task ShipAsync(CustomerPage customer)
    {
        var order = Any(customer);
        var shipped = order with { ShippedOn = order.OrderedOn.AddDays(Random.Shared.Next(1, 30)) };
        var start = Stopwatch.GetTimestamp();
        try
        {
            counts.Wrote(start, await shop.ShipAsync(order, shipped.ShippedOn.Value));
            customer.Orders[order.OrderId] = shipped;
        }
        catch (OutdatedItemException)
        {
            // An update within a transaction does not bring an item of version 1 up to date; the whole order does.
            await PutAsync(customer, shipped);
            counts.WroteAnew();
        }
    }

    private async Task PutAsync(CustomerPage customer, Order order)
    {
        var start = Stopwatch.GetTimestamp();
        await shop.PutAsync(order);
        counts.Wrote(start, isExpected: true);
        customer.Orders[order.OrderId] = order;
    }

    private Order Any(CustomerPage customer) => customer.Orders.Values.ElementAt(Random.Shared.Next(customer.Orders.Count));
}
