using Amazon.DynamoDBv2.Model;
using DynamoGen.Benchmarks.Baskets;
using DynamoGen.Benchmarks.Calls;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Benchmarks.Serialization;
using DynamoGen.Serialization;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>The bars of memory, counted to the byte.</summary>
internal static class AllocationBars
{
    public static async Task<IReadOnlyList<Bar>> MeasureAsync()
    {
        var orders = Pages.Read<Order, Order.Marshaller>(CannedResponses.Page);
        var baskets = Pages.Read<Basket, Basket.Marshaller>(CannedResponses.BasketPage);
        var orderBytes = Allocated(() => Copies.Of(orders));
        var basketBytes = Allocated(() => Copies.Of(baskets));
        var reading = Allocated(() => Pages.Read<Order, Order.Marshaller>(CannedResponses.Page));
        var nested = Allocated(() => Pages.Read<Basket, Basket.Marshaller>(CannedResponses.BasketPage));
        return
        [
            new("read 1,000 orders, bytes beyond the orders", reading - orderBytes, (0.02 * orderBytes) + 1024, "B"),
            new("read 1,000 nested items, bytes beyond the items", nested - basketBytes, (0.02 * basketBytes) + 1024, "B"),
            new("write an item to the request", Writing(writer => Order.Marshaller.Write(writer, orders[0])), 0, "B"),
            new("write a nested item to the request", Writing(writer => Basket.Marshaller.Write(writer, baskets[3])), 0, "B"),
            new("write a key to the request", Writing(WriteKey), 0, "B"),
            new("whole Query call of 1,000 orders, bytes against the orders'", await QueryAsync() / (double)orderBytes, 1.08, "x"),
            .. await ItemCallsAsync(orders[0]),
        ];
    }

    private static void WriteKey(WireWriter writer)
    {
        var key = writer.BeginPartitionKey("\""u8);
        Order.Keys.Primary.WritePartitionKey(ref key, 10248);
        writer.EndKey(key, "\""u8);
    }

    private static async Task<long> QueryAsync()
    {
        using var clients = new CannedClients(CannedResponses.Page);
        return await AllocatedAsync(() => OrderCalls.QueryGenerated(clients));
    }

    private static async Task<IEnumerable<Bar>> ItemCallsAsync(Order order)
    {
        using var single = new CannedClients(CannedResponses.Single);
        using var empty = new CannedClients(CannedResponses.Empty);
        using var getFloor = new FloorClient(CannedResponses.Single, () => new GetItemRequest { TableName = "orders" }, "GetItem");
        using var putFloor = new FloorClient(CannedResponses.Empty, () => new PutItemRequest { TableName = "orders" }, "PutItem");
        var (getBytes, putBytes) = (await AllocatedAsync(getFloor.CallAsync), await AllocatedAsync(putFloor.CallAsync));
        Console.WriteLine($"The pipeline's floor: GetItem {getBytes:N0} B, PutItem {putBytes:N0} B.");
        return
        [
            new("whole GetItem call, bytes beyond the pipeline's floor", await AllocatedAsync(() => OrderCalls.GetGenerated(single)) - getBytes, 1024, "B"),
            new("whole PutItem call, bytes beyond the pipeline's floor",
                await AllocatedAsync(() => OrderCalls.PutGenerated(empty, order)) - putBytes, 1024, "B"),
        ];
    }

    private static long Writing(Action<WireWriter> write)
    {
        using var writer = new WireWriter();
        return Allocated(() =>
        {
            writer.Clear();
            write(writer);
            return writer;
        });
    }

    /// <summary>What one run allocates once everything is compiled and pooled: the least of many, since other threads may interfere.</summary>
    public static long Allocated<T>(Func<T> run)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 60; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(run());
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    /// <summary>
    /// As <see cref="Allocated"/>, of a call that may go on in other threads: the least that no more of many rounds goes below, since a busy machine compiles
    /// anew what is called often only when it comes to it.
    /// </summary>
    public static async Task<long> AllocatedAsync(Func<Task> run)
    {
        const int Calls = 50;
        const int StillRounds = 40;
        var least = long.MaxValue;
        for (var still = 0; still < StillRounds; still++)
        {
            await Task.Delay(10); // The compiler's thread gets its turn.
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var call = 0; call < Calls; call++)
            {
                await run();
            }

            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / Calls;
            if (allocated < least)
            {
                (least, still) = (allocated, 0);
            }
        }

        return least;
    }
}
