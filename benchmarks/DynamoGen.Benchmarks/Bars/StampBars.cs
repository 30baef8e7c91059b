using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Serialization;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>What the stamps of a table in several regions cost: the same put with and without them, through the direct transport.</summary>
internal static class StampBars
{
    /// <summary>The names and values of the three stamps, as DynamoDB counts them.</summary>
    private const int StampBytes = 61;

    private static readonly Order Plain = Order.Number(0);
    private static readonly StampedOrder Stamped = StampedOrder.Of(Plain);
    private static readonly StampedOrder Unstamped = Stamped with { UpdatedIn = null, Mark = null, BasedOn = null };

    /// <summary>The bars of size and memory, counted to the byte.</summary>
    public static async Task<IReadOnlyList<Bar>> MemoryAsync()
    {
        using var clients = new CannedClients(CannedResponses.Empty);
        var (plain, stamped) = (await AllocationBars.AllocatedAsync(() => PutPlain(clients)), await AllocationBars.AllocatedAsync(() => PutStamped(clients)));
        return
        [
            new("stamps of an item, bytes as DynamoDB counts them", Size(Stamped) - Size(Unstamped), StampBytes, "B"),
            new("direct PutItem with stamps, bytes beyond the plain one", stamped - plain, 184, "B"),
        ];
    }

    /// <summary>The bar of time.</summary>
    public static async Task<IReadOnlyList<Bar>> TimesAsync()
    {
        using var clients = new CannedClients(CannedResponses.Empty);

        // Both ways are alike but for little: short rounds, of which some are not interrupted.
        var ratio = await Turns.RatioAsync(() => PutStamped(clients), () => PutPlain(clients), rounds: 2_000, calls: 10);
        return [new("direct PutItem with stamps, time against the plain one", ratio, 1.3, "x")];
    }

    private static int Size(StampedOrder order) => ItemSize.Of<StampedOrder, StampedOrder.Marshaller>(order);

    private static Task PutPlain(CannedClients clients) => clients.DirectOrders.Put(Plain).AsTask();

    private static Task PutStamped(CannedClients clients) => clients.StampedOrders.Put(Stamped).AsTask();
}
