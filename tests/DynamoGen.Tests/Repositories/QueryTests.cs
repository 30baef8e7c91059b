namespace DynamoGen.Tests.Repositories;

public sealed class QueryTests(LocalServer server) : ShopTest(server)
{
    [Fact]
    public async Task Items_come_in_the_order_of_their_sort_keys_values()
    {
        await PutAsync(NewOrder(10), NewOrder(9), NewOrder(-1), NewOrder(-20), NewOrder(100), NewOrder(5, day: -1), NewOrder(6, day: 400));

        Assert.Equal((int[])[5, -20, -1, 9, 10, 100, 6], await Ids(Orders.OfCustomer("c")));
    }

    [Fact]
    public async Task A_range_takes_in_both_of_its_bounds_by_value()
    {
        await PutAsync(Enumerable.Range(0, 10).Select(i => NewOrder(i, day: i)));

        Assert.Equal((int[])[3, 4, 5], await Ids(Orders.OfCustomer("c", Day.AddDays(3), Day.AddDays(5))));
        Assert.Equal((int[])[4, 5], await Ids(Orders.OfCustomer("c", Day.AddDays(3).AddTicks(1), Day.AddDays(5))));
        Assert.Equal((int[])[3, 4], await Ids(Orders.OfCustomer("c", Day.AddDays(3), Day.AddDays(5).AddTicks(-1))));
        Assert.Equal((int[])[8, 9], await Ids(Orders.OfCustomer("c", from: Day.AddDays(8))));
        Assert.Equal((int[])[0, 1], await Ids(Orders.OfCustomer("c", to: Day.AddDays(1))));
        Assert.Empty(await Ids(Orders.OfCustomer("c", Day.AddDays(20), Day.AddDays(30))));
    }

    [Fact]
    public async Task A_range_of_days_over_instants_takes_in_the_whole_last_day()
    {
        await PutAsync(
            NewOrder(1) with { OrderedAt = Day.AddTicks(-1) },
            NewOrder(2) with { OrderedAt = Day },
            NewOrder(3) with { OrderedAt = Day.AddDays(2).AddTicks(-1) },
            NewOrder(4) with { OrderedAt = Day.AddDays(2) },
            NewOrder(5) with { OrderedAt = new DateTimeOffset(2012, 7, 5, 23, 0, 0, TimeSpan.FromHours(-5)) });

        Assert.Equal((int[])[2, 3], await Ids(Orders.OnDays("c", new DateOnly(2012, 7, 4), new DateOnly(2012, 7, 5))));
    }

    [Fact]
    public async Task A_range_of_texts_does_not_take_in_texts_that_merely_begin_with_its_end()
    {
        await PutAsync(
            NewOrder(1) with { City = "x", Street = "Ab" },
            NewOrder(2) with { City = "x", Street = "Abc" },
            NewOrder(3) with { City = "x", Street = "Ab!" },
            NewOrder(4) with { City = "x", Street = "Ab#" },
            NewOrder(5) with { City = "x", Street = "B" },
            NewOrder(6) with { City = "x", Street = " " });

        Assert.Equal((int[])[1], await Ids(Orders.InStreetsBetween("x", "Ab", "Ab")));
        Assert.Equal((int[])[6, 1], await Ids(Orders.InStreetsBetween("x", null, "Ab")));
        Assert.Equal((int[])[1, 3, 4, 2, 5], await Ids(Orders.InStreetsBetween("x", "Ab", null)));
        Assert.Equal((int[])[6, 1, 3, 4, 2, 5], await Ids(Orders.InStreetsBetween("x", null, null)));
    }

    [Fact]
    public async Task A_beginning_finds_the_texts_that_begin_so_and_no_others()
    {
        await PutAsync(
            NewOrder(1) with { City = "x", Street = "Hauptstr. 1" },
            NewOrder(2) with { City = "x", Street = "Hauptstr" },
            NewOrder(3) with { City = "x", Street = "Haupt" },
            NewOrder(4) with { City = "x", Street = "H#" },
            NewOrder(5) with { City = "y", Street = "Hauptstr" });

        Assert.Equal((int[])[2, 1], await Ids(Orders.InStreetsLike("x", "Hauptstr")));
        Assert.Equal((int[])[1], await Ids(Orders.InStreetsLike("x", "Hauptstr. ")));
        Assert.Equal((int[])[4], await Ids(Orders.InStreetsLike("x", "H#")));
        Assert.Equal((int[])[4, 3, 2, 1], await Ids(Orders.InStreetsLike("x", "")));
    }

    [Fact]
    public async Task Pages_are_read_as_they_are_enumerated()
    {
        // A page is at most 1 MB, so 40 items of 100 KB are more than three.
        var ids = await PutAsync(Enumerable.Range(0, 40).Select(i => NewOrder(i) with { Notes = new string('x', 100_000) }));
        using var spans = new Spans(nameof(IOrders) + "." + nameof(IOrders.OfCustomer));

        Assert.Equal(ids, await Ids(Orders.OfCustomer("c")));
        Assert.InRange(Assert.Single(spans.Ended).Requests, 4, 6);

        Assert.Equal(0, (await Orders.OfCustomer("c").FirstAsync()).OrderId);
        Assert.Equal(1, spans.Ended[1].Requests);
    }

    [Fact]
    public async Task A_limit_is_of_items_in_all_over_as_many_pages_as_it_takes()
    {
        await PutAsync(Enumerable.Range(0, 30).Select(i => NewOrder(i) with { Notes = new string('x', 100_000) }));

        Assert.Equal(Enumerable.Range(0, 25), await Ids(Orders.OfCustomer("c", limit: 25)));
        Assert.Equal((int[])[0], await Ids(Orders.OfCustomer("c", limit: 1)));
        Assert.Equal(30, (await Ids(Orders.OfCustomer("c", limit: 1000))).Length);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Ids(Orders.OfCustomer("c", limit: 0)));
    }

    [Fact]
    public async Task Descending_begins_with_the_highest_sort_key()
    {
        await PutAsync(Enumerable.Range(0, 10).Select(i => NewOrder(i, day: i)));

        Assert.Equal((int[])[9, 8, 7], (await Orders.Latest("c", limit: 3)).Select(order => order.OrderId));
    }

    [Fact]
    public async Task The_first_of_an_index_is_one_item_or_null()
    {
        await PutAsync(NewOrder(1) with { City = "x", Street = "b" }, NewOrder(2) with { City = "x", Street = "a" });

        Assert.Equal(2, (await Orders.AnyInCity("x"))?.OrderId);
        Assert.Null(await Orders.AnyInCity("y"));
    }

    [Fact]
    public async Task An_item_collection_is_read_by_one_request()
    {
        await Customers.Put(new Customer("c", "Name"));
        var ids = await PutAsync(NewOrder(1), NewOrder(2), NewOrder(3));
        await Orders.Put(NewOrder(4, customer: "other"));
        using var spans = new Spans("IOrders.WithCustomer");

        var found = await Orders.WithCustomer("c");

        Assert.Equal(new Customer("c", "Name"), found?.Customer);
        Assert.Equal(ids, found?.Orders.Select(order => order.OrderId));
        Assert.Equal(1, Assert.Single(spans.Ended).Requests);
        Assert.Null(await Orders.WithCustomer("nobody"));
    }

    [Fact]
    public async Task An_item_collection_without_an_item_that_it_requires_is_a_typed_error()
    {
        await PutAsync(NewOrder(1));

        var missing = await Assert.ThrowsAsync<ItemFormatException>(async () => await Orders.WithCustomer("c"));

        Assert.Equal(("CustomerWithOrders", "Customer", "nothing"), (missing.Entity, missing.Attribute, missing.Found));
    }

    [Fact]
    public async Task An_item_collection_is_read_backwards_as_far_as_its_limit()
    {
        await Customers.Put(new Customer("c", "Name"));
        await PutAsync(NewOrder(1), NewOrder(2), NewOrder(3));

        Assert.Equal((int[])[3, 2, 1], (await Orders.WithCustomerLatest("c"))?.Orders.Select(order => order.OrderId));
        Assert.Equal((int[])[3, 2], (await Orders.WithCustomerLatest("c", 3))?.Orders.Select(order => order.OrderId));
        Assert.Empty((await Orders.WithCustomerLatest("c", 1))!.Orders);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Orders.WithCustomerLatest("c", 0));
    }

    [Fact]
    public async Task A_limited_item_collection_goes_on_over_pages()
    {
        await Customers.Put(new Customer("c", "Name"));
        await PutAsync(Enumerable.Range(0, 40).Select(i => NewOrder(i) with { Notes = new string('n', 100_000) }));
        using var spans = new Spans("IOrders.WithCustomerLatest");

        var found = await Orders.WithCustomerLatest("c", 31);

        Assert.Equal(Enumerable.Range(10, 30).Reverse(), found?.Orders.Select(order => order.OrderId));
        Assert.InRange(Assert.Single(spans.Ended).Requests, 3, 5);
    }

    [Fact]
    public async Task An_enumeration_can_be_repeated()
    {
        await PutAsync(NewOrder(1), NewOrder(2));
        var query = Orders.OfCustomer("c");

        Assert.Equal((int[])[1, 2], await Ids(query));
        await Orders.Put(NewOrder(3));
        Assert.Equal((int[])[1, 2, 3], await Ids(query));
    }
}
