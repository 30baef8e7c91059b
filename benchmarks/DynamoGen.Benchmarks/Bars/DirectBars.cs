using System.Diagnostics;
using DynamoGen.Benchmarks.Calls;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>The bars of the direct transport: whole calls through it, and the same calls of the SDK's low-level client by turns in one run.</summary>
internal static class DirectBars
{
    private const int Rounds = 40;
    private const int Calls = 200;

    public static async Task<IReadOnlyList<Bar>> MeasureAsync(Func<Func<Task>, Task<long>> allocatedAsync)
    {
        using var single = new CannedClients(CannedResponses.Single);
        using var empty = new CannedClients(CannedResponses.Empty);
        var order = await OrderCalls.GetGenerated(single) ?? throw new InvalidOperationException("There is no order.");
        return
        [
            new("direct GetItem, whole call", await allocatedAsync(() => Get(single)), 2500, "B"),
            new("direct PutItem, whole call", await allocatedAsync(() => Put(empty, order)), 2100, "B"),
            new("direct GetItem, time against the SDK's low-level client", await RatioAsync(() => Get(single), () => OrderCalls.GetLowLevel(single)), 0.25, "x"),
            new("direct PutItem, time against the SDK's low-level client",
                await RatioAsync(() => Put(empty, order), () => OrderCalls.PutLowLevel(empty, order)), 0.25, "x"),
        ];
    }

    private static Task Get(CannedClients clients) => clients.DirectOrders.Get(10248).AsTask();

    private static Task Put(CannedClients clients, Order order) => clients.DirectOrders.Put(order).AsTask();

    /// <summary>The least time of many rounds of each, which take turns, so that a slow moment of the machine meets both.</summary>
    private static async Task<double> RatioAsync(Func<Task> own, Func<Task> baseline)
    {
        var (ours, theirs) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            ours = Math.Min(ours, await TimeAsync(own));
            theirs = Math.Min(theirs, await TimeAsync(baseline));
        }

        return ours / theirs;
    }

    private static async Task<double> TimeAsync(Func<Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }
}
