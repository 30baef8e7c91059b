using DynamoGen.Requests;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Cursors;

public sealed class PageTests(LocalServer server) : CursorTest(server)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_of_every_size_hold_all_items_in_order_and_each_once(bool descending)
    {
        var ids = await PutAsync(Enumerable.Range(0, 25).Select(i => NewOrder(i)));
        var expected = descending ? ids.Reverse().ToArray() : ids;

        foreach (var limit in Enumerable.Range(1, 27))
        {
            var pages = await WalkAsync(cursor => PageAsync(limit, cursor, options: new QueryOptions(descending)));

            Assert.Equal(expected, Ids(pages));
            Assert.All(pages.SkipLast(1), page => Assert.Equal(limit, page.Items.Count));
            Assert.InRange(pages.Count, (25 + limit - 1) / limit, (25 / limit) + 1);
        }
    }

    [Fact]
    public async Task A_query_without_items_is_one_empty_page()
    {
        var page = await PageAsync(10, null);

        Assert.Empty(page.Items);
        Assert.Null(page.Cursor);
    }

    [Fact]
    public async Task A_page_goes_on_over_responses_of_1_MB()
    {
        var ids = await PutAsync(Enumerable.Range(0, 40).Select(i => NewOrder(i) with { Notes = new string('x', 100_000) }));
        using var spans = new Spans(OfCustomerPattern.Name);

        var first = await PageAsync(25, null);
        var second = await PageAsync(25, first.Cursor);

        Assert.Equal(25, first.Items.Count);
        Assert.Equal(ids, Ids([first, second]));
        Assert.Null(second.Cursor);
        Assert.Equal([25, 15], spans.Ended.Select(span => (int)span.Items));
        Assert.All(spans.Ended, span => Assert.InRange(span.Requests, 2, 4));
        Assert.All(spans.Ended, span => Assert.True(span.CapacityUnits > 0));
    }

    [Fact]
    public async Task A_page_goes_on_over_items_that_a_filter_leaves_out()
    {
        await PutAsync(Enumerable.Range(0, 60).Select(i => NewOrder(i) with { City = i % 7 == 3 ? "Bern" : "Rome" }));
        var request = new OfCustomer("c", city: "Bern");

        var pages = await WalkAsync(cursor => PageAsync(4, cursor, request));

        Assert.Equal([3, 10, 17, 24, 31, 38, 45, 52, 59], Ids(pages));
        Assert.Equal([4, 4, 1], pages.Select(page => page.Items.Count).Take(3));
    }

    [Fact]
    public async Task The_limit_may_change_from_page_to_page()
    {
        var ids = await PutAsync(Enumerable.Range(0, 20).Select(i => NewOrder(i)));
        var limits = new Queue<int>([3, 1, 10, int.MaxValue]);

        Assert.Equal(ids, Ids(await WalkAsync(cursor => PageAsync(limits.Dequeue(), cursor))));
        Assert.Empty(limits);
    }

    [Fact]
    public async Task A_cursor_stands_behind_an_item_even_if_that_item_is_gone()
    {
        await PutAsync(Enumerable.Range(0, 10).Select(i => NewOrder(i * 10)));
        var first = await PageAsync(5, null);

        await Orders.Delete(first.Items[4]);
        await PutAsync(NewOrder(5), NewOrder(55));

        var rest = await WalkAsync(cursor => PageAsync(3, cursor ?? first.Cursor));

        Assert.Equal([50, 55, 60, 70, 80, 90], Ids(rest));
    }

    [Fact]
    public async Task Keys_with_characters_that_JSON_escapes_are_gone_on_from()
    {
        const string Customer = "\"\\\u0001ü\U0001F600";
        var ids = await PutAsync(Enumerable.Range(0, 5).Select(i => NewOrder(i, Customer)));

        Assert.Equal(ids, Ids(await WalkAsync(cursor => PageAsync(2, cursor, new OfCustomer(Customer)))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_below_1_is_refused(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await PageAsync(limit, null));
    }
}
