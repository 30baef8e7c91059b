using DynamoGen.Benchmarks.Calls;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Benchmarks.Serialization;

namespace DynamoGen.Benchmarks;

/// <summary>Proves that the ways which are compared do the same, before anything is measured.</summary>
internal static class Check
{
    public static async Task RunAsync()
    {
        var expected = Enumerable.Range(0, CannedResponses.PageSize).Select(Order.Number).ToArray();
        using (var page = new CannedClients(CannedResponses.Page))
        {
            Same(expected, await OrderCalls.QueryLowLevel(page));
            Same(expected, (await OrderCalls.QueryObjectMapper(page)).Select(order => order.ToOrder()));
            Same(expected, await OrderCalls.QueryGenerated(page));
        }

        using (var single = new CannedClients(CannedResponses.Single))
        {
            Same(expected[..1], [await OrderCalls.GetLowLevel(single)]);
            Same(expected[..1], [(await OrderCalls.GetObjectMapper(single)).ToOrder()]);
            Same(expected[..1], [await OrderCalls.GetGenerated(single) ?? throw new InvalidOperationException("There is no order.")]);
        }

        using (var empty = new CannedClients(CannedResponses.Empty))
        {
            await OrderCalls.PutLowLevel(empty, expected[0]);
            await OrderCalls.PutObjectMapper(empty, expected[0]);
            await OrderCalls.PutGenerated(empty, expected[0]);
        }

        Same(expected, Pages.Read<Order, Order.Marshaller>(CannedResponses.Page));
        Same(expected, Pages.Read<Order, Order.Marshaller>(CannedResponses.ShuffledPage));
        Same(expected, PlainOrderReader.Read(CannedResponses.ShuffledPage));
        Console.WriteLine("Every way yields the same orders.");
    }

    private static void Same(IReadOnlyList<Order> expected, IEnumerable<Order> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw new InvalidOperationException("The ways that are compared do not yield the same orders.");
        }
    }
}
