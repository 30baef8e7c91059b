using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Tests.Fences;

namespace DynamoGen.Streams.Elasticsearch.Tests;

/// <summary>The ways in which an index comes to say what the table does not.</summary>
public sealed class TrapTests : SinkTest
{
    [Fact]
    public async Task A_late_change_brings_back_what_an_index_has_forgotten_to_have_deleted()
    {
        CreateIndices(deletesRemembered: null);
        var sink = Sink(new ElasticsearchSinkOptions { DeletesRemembered = TimeSpan.Zero });
        var late = Table.PutOrder("a", "open");
        var deleted = Table.Delete("a");

        await DeliverAsync(sink, late, deleted);
        Time.Advance(TimeSpan.FromSeconds(61));
        await DeliverAsync(sink, late);

        Assert.NotEmpty(Server.Indices.Documents(ChangingTable.OrderIndex));
    }

    [Fact]
    public async Task An_index_that_forgets_early_is_not_written_to()
    {
        CreateIndices(deletesRemembered: null);

        var refused = await Assert.ThrowsAsync<IndexForgetsDeletesException>(() => DeliverAsync(Sink(), Table.PutOrder("a", "open")));

        Assert.Equal(ChangingTable.OrderIndex, refused.Index);
        Assert.Equal(0, Server.BulkRequests);
    }

    [Fact]
    public async Task An_index_that_does_not_exist_is_not_made_by_the_way()
    {
        var map = new EntityMap<IndexedDocument>().Add<Order, Order.Marshaller>(
            (order, _) => new IndexedDocument("none", "x", DocumentVersion.Of(order.CreatedAt, order.Count)));

        await Assert.ThrowsAsync<IndexForgetsDeletesException>(() => DeliverAsync(Sink(map: map), Table.PutOrder("a", "open")));

        Assert.Null(Server.Indices.Find("none"));
    }

    [Fact]
    public async Task An_index_that_remembers_ignores_the_late_change()
    {
        var sink = Sink();
        var late = Table.PutOrder("a", "open");
        await DeliverAsync(sink, late, Table.Delete("a"));
        Time.Advance(TimeSpan.FromHours(24));

        await DeliverAsync(sink, late);

        AssertSame();
    }

    [Fact]
    public async Task A_fence_stops_the_late_change_where_the_index_has_forgotten()
    {
        CreateIndices(deletesRemembered: null);
        var sink = Sink(new ElasticsearchSinkOptions { DeletesRemembered = TimeSpan.Zero, Fence = new MemoryFence() });
        var late = Table.PutOrder("a", "open");
        await DeliverAsync(sink, late);
        await DeliverAsync(sink, Table.Delete("a"));
        Time.Advance(TimeSpan.FromSeconds(61));

        await DeliverAsync(sink, late);

        AssertSame();
    }

    [Fact]
    public async Task An_item_that_is_created_again_comes_back()
    {
        var sink = Sink();
        await DeliverAsync(sink, Table.PutOrder("a", "open"), Table.PutOrder("a", "paid"), Table.Delete("a"));
        Time.Advance(TimeSpan.FromMicroseconds(1));

        await DeliverAsync(sink, Table.PutOrder("a", "again"));

        AssertSame();
    }

    [Fact]
    public async Task An_item_that_becomes_one_of_another_entity_leaves_its_index()
    {
        var sink = Sink();
        await DeliverAsync(sink, Table.PutOrder("a", "open"));
        Time.Advance(TimeSpan.FromSeconds(1));

        await DeliverAsync(sink, Table.PutArticle("a", "new"));

        AssertSame();
        Assert.Empty(Server.Indices.Documents(ChangingTable.OrderIndex));
    }

    [Fact]
    public async Task An_item_that_becomes_one_that_the_map_has_not_leaves_the_index()
    {
        var map = new EntityMap<IndexedDocument>().Add<Order, Order.Marshaller>(static (order, _) => ChangingTable.Document(order));
        var sink = Sink(map: map);

        await DeliverAsync(sink, Table.PutOrder("a", "open"), Table.PutArticle("a", "new"));

        Assert.Empty(Server.Indices.Documents(ChangingTable.OrderIndex));
    }

    [Fact]
    public async Task An_item_that_is_left_out_from_now_on_leaves_the_index_and_can_come_back()
    {
        var sink = Sink();
        await DeliverAsync(sink, Table.PutOrder("a", "open"), Table.PutOrder("a", "hidden"));
        Assert.Empty(Server.Indices.Documents(ChangingTable.OrderIndex));

        await DeliverAsync(sink, Table.PutOrder("a", "open"));

        AssertSame();
    }

    [Fact]
    public async Task Without_a_version_an_item_needs_a_fence()
    {
        var record = Table.PutOrder("a", "open");
        var later = Table.PutOrder("a", "paid");
        var map = new EntityMap<IndexedDocument>().Add<Order, Order.Marshaller>(static (order, _) => ChangingTable.Document(order) with { Version = null });

        var undelivered = Assert.Single(await Sink(map: map).DeliverAsync([record], CancellationToken.None));
        Assert.Equal(DocumentRefusal.VersionMissing, Assert.IsType<DocumentRefusedException>(undelivered.Reason).Refusal);

        var sink = Sink(new ElasticsearchSinkOptions { Fence = new MemoryFence() }, map);
        await DeliverAsync(sink, record);
        await DeliverAsync(sink, later);
        await DeliverAsync(sink, record);
        AssertSame();
    }
}
