using DynamoGen.Benchmarks.Calls;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Serialization;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>The bars of time, by turns, over the same ways that the benchmarks have.</summary>
internal static class TimeBars
{
    public static async Task<IReadOnlyList<Bar>> MeasureAsync()
    {
        var pages = new PageReadingBenchmarks();
        using var page = new CannedClients(CannedResponses.Page);
        return
        [
            new("read 1,000 orders, time against tokenising", await RatioAsync(pages.Orders, pages.OrderTokens), 0.45, "x"),
            new("read 1,000 nested items, time against tokenising", await RatioAsync(pages.Baskets, pages.BasketTokens), 0.70, "x"),
            new("read 1,000 shuffled orders, time against a plain Utf8JsonReader reader",
                await RatioAsync(pages.ShuffledOrders, pages.PlainShuffledOrders), 0.80, "x"),
            new("whole Query call, times faster than the SDK's low-level client",
                await CallsAsync(() => OrderCalls.QueryLowLevel(page), page), 8, "x", IsLeast: true),
            new("whole Query call, times faster than DynamoDBContext",
                await CallsAsync(() => OrderCalls.QueryObjectMapper(page), page), 20, "x", IsLeast: true),
        ];
    }

    private static Task<double> RatioAsync<TOwn, TBaseline>(Func<TOwn> own, Func<TBaseline> baseline) =>
        Turns.RatioAsync(() => Run(own), () => Run(baseline), rounds: 400, calls: 2);

    private static Task<double> CallsAsync(Func<Task> other, CannedClients page) =>
        Turns.RatioAsync(other, () => page.DirectOrders.Query(10248).AsTask(), rounds: 60, calls: 2);

    private static Task Run<T>(Func<T> way)
    {
        way();
        return Task.CompletedTask;
    }
}
