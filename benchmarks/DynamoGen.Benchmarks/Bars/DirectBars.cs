using DynamoGen.Benchmarks.Calls;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Benchmarks.Serialization;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>The bars of the direct transport: whole calls through it, and the same calls of the SDK's low-level client by turns in one run.</summary>
internal static class DirectBars
{
    /// <summary>The bars of memory, counted to the byte.</summary>
    public static async Task<IReadOnlyList<Bar>> MemoryAsync()
    {
        using var single = new CannedClients(CannedResponses.Single);
        using var empty = new CannedClients(CannedResponses.Empty);
        using var page = new CannedClients(CannedResponses.Page);
        var order = Order.Number(0);
        var orders = (await page.DirectOrders.Query(10248)).ToList();
        var entities = AllocationBars.Allocated(() => Copies.Of(orders));
        return
        [
            new("direct GetItem, whole call", await AllocationBars.AllocatedAsync(() => Get(single)), 2500, "B"),
            new("direct PutItem, whole call", await AllocationBars.AllocatedAsync(() => Put(empty, order)), 2100, "B"),
            new("direct Query call of 1,000 orders, bytes against the orders'",
                await AllocationBars.AllocatedAsync(() => Query(page)) / (double)entities, 1.03, "x"),
        ];
    }

    /// <summary>The bars of time.</summary>
    public static async Task<IReadOnlyList<Bar>> TimesAsync()
    {
        using var single = new CannedClients(CannedResponses.Single);
        using var empty = new CannedClients(CannedResponses.Empty);
        using var one = new CannedClients(CannedResponses.PageOf(1));
        using var hundred = new CannedClients(CannedResponses.PageOf(100));
        using var page = new CannedClients(CannedResponses.Page);
        var order = Order.Number(0);
        return
        [
            new("direct GetItem, time against the SDK's low-level client",
                await Turns.RatioAsync(() => Get(single), () => OrderCalls.GetLowLevel(single)), 0.25, "x"),
            new("direct PutItem, time against the SDK's low-level client",
                await Turns.RatioAsync(() => Put(empty, order), () => OrderCalls.PutLowLevel(empty, order)), 0.25, "x"),
            new("direct Query of 1 order, time against the SDK's low-level client",
                await Turns.RatioAsync(() => Query(one), () => OrderCalls.QueryLowLevel(one)), 0.25, "x"),
            new("direct Query of 100 orders, time against the SDK's low-level client",
                await Turns.RatioAsync(() => Query(hundred), () => OrderCalls.QueryLowLevel(hundred), calls: 20), 0.15, "x"),
            new("direct Query of 1,000 orders, whole call, time against tokenising",
                await Turns.RatioAsync(() => Query(page), Tokenise, rounds: 300, calls: 2), 0.75, "x"),
        ];
    }

    private static Task Get(CannedClients clients) => clients.DirectOrders.Get(10248).AsTask();

    private static Task Put(CannedClients clients, Order order) => clients.DirectOrders.Put(order).AsTask();

    private static Task Query(CannedClients clients) => clients.DirectOrders.Query(10248).AsTask();

    private static Task Tokenise()
    {
        Pages.Tokenise(CannedResponses.Page);
        return Task.CompletedTask;
    }
}
