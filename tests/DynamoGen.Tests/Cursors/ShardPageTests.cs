using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Requests;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Cursors;

public sealed class ShardPageTests(LocalServer server) : CursorTest(server)
{
    private static readonly AccessPattern WithStatusPattern = new("IOrders.PageWithStatus", DynamoOperation.Query, SchemaOf<Shop>(), "gsi1");

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task Pages_of_random_sizes_hold_the_whole_merged_order_while_items_are_written_before_the_cursor(int seed, bool descending)
    {
        var random = new Random(seed);
        await PutAsync(Enumerable.Range(0, 150).Select(_ => RandomOrder(random)));
        var expected = await AllAsync(descending);

        var pages = await WalkAsync(async cursor =>
        {
            var limit = random.Next(1, 30);
            var page = await PageAsync(limit, cursor, descending);
            Assert.True(page.Items.Count == limit || page.Cursor is null);
            await WriteBefore(page.Items[^1]);
            return page;
        });

        Assert.Equal(expected, pages.SelectMany(page => page.Items));

        async Task WriteBefore(Order last)
        {
            foreach (var i in Enumerable.Range(1, 8))
            {
                await Orders.Put(RandomOrder(random) with { OrderedAt = last.OrderedAt.AddTicks(descending ? i : -i) });
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_of_every_size_hold_items_of_equal_sort_keys_each_once(bool descending)
    {
        await PutAsync(Enumerable.Range(0, 40).Select(i => NewOrder(i / 20, customer: $"c{i}")));
        var expected = await AllAsync(descending);
        Assert.Equal(40, expected.Distinct().Count());

        foreach (var limit in Enumerable.Range(1, 41))
        {
            var pages = await WalkAsync(cursor => PageAsync(limit, cursor, descending));

            Assert.Equal(expected, pages.SelectMany(page => page.Items));
        }
    }

    [Fact]
    public async Task Items_written_behind_the_cursor_are_seen()
    {
        await PutAsync(Enumerable.Range(0, 50).Select(i => NewOrder(i * 10, customer: $"c{i}")));
        var first = await PageAsync(20, null);

        await PutAsync(NewOrder(205, customer: "new"), NewOrder(333, customer: "newer"), NewOrder(5, customer: "before"));
        var rest = await WalkAsync(cursor => PageAsync(7, cursor ?? first.Cursor));

        Assert.Equal([.. Enumerable.Range(20, 30).Select(i => i * 10).Append(205).Append(333).Order()], Ids(rest));
    }

    [Fact]
    public async Task Of_items_written_with_the_cursors_sort_key_those_of_higher_shards_are_seen()
    {
        // An order before, one at and one after the same sort key, in each shard.
        Order[][] ofShard = [.. Enumerable.Range(0, 5).Select(shard => (Order[])[InShard(shard, 1), InShard(shard, 2), InShard(shard, 3)])];
        Order[] ends = [.. ofShard.SelectMany(orders => (Order[])[orders[0], orders[2]])];
        await PutAsync([.. ends, ofShard[2][1]]);
        var ascending = await PageAsync(6, null);
        var descending = await PageAsync(6, null, descending: true);
        Assert.Equal([ofShard[2][1], ofShard[2][1]], (Order[])[ascending.Items[^1], descending.Items[^1]]);

        await PutAsync(ofShard.Select(orders => orders[1]));
        var up = await WalkAsync(cursor => PageAsync(1, cursor ?? ascending.Cursor));
        var down = await WalkAsync(cursor => PageAsync(1, cursor ?? descending.Cursor, descending: true));

        Assert.Equal([ofShard[3][1], ofShard[4][1], .. ofShard.Select(orders => orders[2])], up.SelectMany(page => page.Items));
        Assert.Equal([ofShard[1][1], ofShard[0][1], .. ofShard.Select(orders => orders[0]).Reverse()], down.SelectMany(page => page.Items));
    }

    [Fact]
    public async Task A_cursor_stands_behind_an_item_even_if_that_item_is_gone()
    {
        await PutAsync(Enumerable.Range(0, 30).Select(i => NewOrder(i, customer: $"c{i}")));
        var first = await PageAsync(10, null);

        foreach (var order in first.Items)
        {
            await Orders.Delete(order);
        }

        Assert.Equal(Enumerable.Range(10, 20), Ids(await WalkAsync(cursor => PageAsync(7, cursor ?? first.Cursor))));
    }

    [Fact]
    public async Task Items_are_ordered_by_the_sort_keys_that_are_stored()
    {
        // As an older version of the entity may have written them.
        var client = Services.GetRequiredService<IAmazonDynamoDB>();
        var table = Services.GetRequiredService<DynamoGenOptions>().TableName(SchemaOf<Shop>());
        await PutAsync(Enumerable.Range(0, 20).Select(i => NewOrder(i, customer: $"c{i}")));
        foreach (var item in (await client.ScanAsync(new ScanRequest(table), TestContext.Current.CancellationToken)).Items)
        {
            item["gsi1sk"].S = $"old {99 - int.Parse(item["OrderId"].N, System.Globalization.CultureInfo.InvariantCulture)}";
            await client.PutItemAsync(table, item, TestContext.Current.CancellationToken);
        }

        Assert.Equal(Enumerable.Range(0, 20).Reverse(), Ids(await WalkAsync(cursor => PageAsync(3, cursor))));
    }

    [Fact]
    public async Task Shards_without_items_and_an_empty_answer_are_pages_too()
    {
        Assert.Empty((await PageAsync(10, null)).Items);

        await PutAsync(NewOrder(1));
        var page = await PageAsync(2, null);

        Assert.Equal([1], Ids([page]));
        Assert.Null(page.Cursor);
    }

    [Fact]
    public async Task A_page_goes_on_over_responses_of_1_MB_and_is_one_span()
    {
        await PutAsync(Enumerable.Range(0, 60).Select(i => NewOrder(i, customer: $"c{i}") with { Notes = new string('x', 150_000) }));
        using var spans = new Spans(WithStatusPattern.Name);

        var pages = await WalkAsync(cursor => PageAsync(50, cursor));

        Assert.Equal(Enumerable.Range(0, 60), Ids(pages));
        Assert.Equal([50, 10], pages.Select(page => page.Items.Count));
        Assert.Equal(2, spans.Ended.Count);
        Assert.InRange(spans.Ended[0].Requests, 6, 15);
    }

    [Fact]
    public async Task A_shard_is_asked_for_no_more_than_twice_its_share_and_not_again_when_it_has_ended()
    {
        await PutAsync(Enumerable.Range(0, 100).Select(i => NewOrder(i, customer: $"c{i}")));
        using var spans = new Spans(WithStatusPattern.Name);

        await WalkAsync(cursor => PageAsync(25, cursor));

        Assert.Equal((5, 60), (spans.Ended[0].Requests, (int)spans.Ended[0].Items));
        Assert.All(spans.Ended, span => Assert.InRange(span.Requests, 1, 6));
    }

    [Fact]
    public async Task A_shard_that_had_ended_is_not_looked_at_again()
    {
        await PutAsync(InShard(0, 1), InShard(0, 2), InShard(0, 3));
        var first = await PageAsync(2, null);
        await PutAsync(InShard(0, 5), InShard(1, 4));
        using var spans = new Spans(WithStatusPattern.Name);

        var rest = await PageAsync(100, first.Cursor);

        Assert.Equal([3, 5], Ids([rest]));
        Assert.Equal(1, Assert.Single(spans.Ended).Requests);
    }

    [Fact]
    public async Task A_cursor_ends_when_the_count_of_shards_changes()
    {
        await PutAsync(NewOrder(1), NewOrder(2));
        var page = await PageAsync(1, null);

        await Assert.ThrowsAsync<InvalidCursorException>(async () => await PageAsync(1, page.Cursor, shards: 6));
    }

    private static Order RandomOrder(Random random) => NewOrder(random.Next(5), customer: $"c{random.Next()}", day: random.Next(10));

    private static Order InShard(int shard, int id) => Enumerable.Range(0, 1000)
        .Select(i => NewOrder(id, customer: $"c{i}"))
        .First(order => Order.Keys.Gsi1.ShardOf(order.CustomerId, order.OrderedAt, order.OrderId) == shard);

    private ValueTask<Page<Order>> PageAsync(int limit, string? cursor, bool descending = false, int shards = 5) =>
        Context.QueryShardsPageAsync<Order, Order.Marshaller, WithStatus>(
            WithStatusPattern, new WithStatus(Status.Open, shards), new QueryOptions(descending), limit, cursor, null, TestContext.Current.CancellationToken);

    private async Task<Order[]> AllAsync(bool descending) =>
        await Context.QueryShardsAsync<Order, Order.Marshaller, WithStatus>(WithStatusPattern, new WithStatus(Status.Open), new QueryOptions(descending))
            .ToArrayAsync(TestContext.Current.CancellationToken);
}
