using DynamoGen.Schema;

namespace DynamoGen.EventSourcing.Tests.Reads;

public sealed class ReadTests(EventServer server) : EventStoreTest(server)
{
    [Fact]
    public async Task Streams_are_read_from_either_end_and_from_a_version()
    {
        var store = Store();
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(12));
        await store.AppendAsync("a#", ExpectedVersion.NoStream, Many(3));

        Assert.Equal([1, 2, 3], await Of(store.ReadAsync("a", limit: 3)));
        Assert.Equal([10, 11, 12], await Of(store.ReadAsync("a", from: 10)));
        Assert.Equal([12, 11], await Of(store.ReadBackwardAsync("a", limit: 2)));
        Assert.Equal([2, 1], await Of(store.ReadBackwardAsync("a", from: 2)));
        Assert.Equal([1, 2, 3], await Of(store.ReadAsync("a#")));
        Assert.Empty(await Of(store.ReadAsync("b")));
    }

    [Fact]
    public async Task A_version_is_one_request()
    {
        var store = Store();
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(5));
        Transport.TakeSent();

        Assert.Equal(5, await store.GetVersionAsync("a"));
        Assert.Equal([DynamoOperation.Query], Transport.TakeSent());
    }

    [Fact]
    public async Task Events_come_back_as_they_were()
    {
        var placed = New(new OrderPlaced("ALFKI"), "vip", "b", "vip");
        await Store().AppendAsync("a", ExpectedVersion.NoStream, [placed, Paid(2)]);

        var stored = await Events.Read("a").ToArrayAsync();

        Assert.Equal([placed.Event, new OrderPaid(2)], stored.Select(static entry => entry.Event));
        Assert.Equal(["b", "vip"], stored[0].Tags);
        Assert.Empty(stored[1].Tags);
        Assert.Equal(placed.Id, stored[0].EventId);
    }

    private static async Task<List<long>> Of(IAsyncEnumerable<StoredOrderEvent> events) => await events.Select(static stored => stored.Version).ToListAsync();
}
