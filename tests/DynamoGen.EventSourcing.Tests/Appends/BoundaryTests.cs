namespace DynamoGen.EventSourcing.Tests.Appends;

public sealed class BoundaryTests(EventServer server) : EventStoreTest(server)
{
    private static readonly EventQuery Query = new([nameof(OrderPaid), nameof(OrderPlaced)], ["course:1", "student:7"]);

    [Fact]
    public async Task It_holds_the_events_of_its_types_and_tags_over_all_streams()
    {
        var store = Store();
        await store.AppendAsync("a", ExpectedVersion.Any, [Paid(1, "course:1"), Paid(2), Paid(3, "course:2"), Paid(4, "student:7", "course:1")]);
        await store.AppendAsync("b", ExpectedVersion.Any, [New(new OrderPlaced("x"), "student:7"), New(new LineAdded("y", 1), "student:7")]);

        var boundary = await store.ReadBoundaryAsync([Query]);

        Assert.Equal([("a", 1), ("a", 4), ("b", 1)], boundary.Events.Select(static stored => (stored.StreamId, stored.Version)));
        Assert.Equal(4, boundary.Condition.Pairs);
    }

    [Theory]
    [InlineData(nameof(OrderPaid), "course:1", true), InlineData(nameof(OrderPlaced), "student:7", true)]
    [InlineData(nameof(OrderPaid), "course:2", false), InlineData(nameof(LineAdded), "course:1", false)]
    public async Task An_event_that_matches_and_came_since_refuses_the_append(string type, string tag, bool matches)
    {
        var store = Store();
        await store.AppendAsync("a", ExpectedVersion.Any, [Paid(1, "course:1")]);
        var boundary = await store.ReadBoundaryAsync([Query]);
        OrderEvent content = type switch { nameof(OrderPaid) => new OrderPaid(9), nameof(OrderPlaced) => new OrderPlaced("x"), _ => new LineAdded("y", 1) };
        await store.AppendAsync("b", ExpectedVersion.Any, [New(content, tag)]);

        // One that has a pair of the condition itself, and one that has none.
        foreach (var append in new[] { Paid(2, "course:1"), Paid(3) })
        {
            var appending = async () => await store.AppendAsync("c", ExpectedVersion.Any, [append], boundary.Condition);
            if (matches)
            {
                var refused = await Assert.ThrowsAsync<BoundaryChangedException>(appending);
                Assert.Equal((type, tag), (refused.Type, refused.Tag));
            }
            else if (append.Tags.Count == 0)
            {
                await appending();
            }
        }

        Assert.Equal(matches ? 0 : 1, await store.GetVersionAsync("c"));
    }

    [Fact]
    public async Task Of_writers_with_one_boundary_one_wins_and_the_others_may_decide_anew()
    {
        var store = Store();
        var seats = await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            while (true)
            {
                var boundary = await store.ReadBoundaryAsync([new EventQuery([nameof(OrderPaid)], ["course:1"])]);
                if (boundary.Events.Count == 3)
                {
                    return false;
                }

                try
                {
                    await store.AppendAsync($"student:{writer}", ExpectedVersion.NoStream, [Paid(1, "course:1")], boundary.Condition);
                    return true;
                }
                catch (BoundaryChangedException)
                {
                }
            }
        }));

        Assert.Equal(3, seats.Count(static seat => seat));
    }

    [Fact]
    public async Task Appends_with_one_tag_and_no_condition_all_get_in_and_are_numbered_without_a_gap()
    {
        var store = Store();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
            await store.AppendAsync($"s{writer}", ExpectedVersion.Any, [Paid(1, "t"), Paid(2, "t")])));

        var numbers = await Marks.Read(EventMarkKind.Tag, "OrderPaid|t").Select(static mark => mark.Number).ToArrayAsync();
        Assert.Equal(Enumerable.Range(1, 12).Select(static number => (long)number), numbers);
    }

    [Fact]
    public async Task Its_actions_count()
    {
        var store = Store();
        NewEvent<OrderEvent>[] Tagged(int count) => [.. Enumerable.Range(0, count).Select(static number => Paid(number, "t"))];
        var boundary = await store.ReadBoundaryAsync([new EventQuery([nameof(OrderPaid)], ["t", "u"])]);

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.AppendAsync("a", ExpectedVersion.Any, Tagged(34)));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await store.AppendAsync("a", ExpectedVersion.Any, [.. Tagged(33), Paid(1)], boundary.Condition));
        Assert.Equal(33, (await store.AppendAsync("a", ExpectedVersion.Any, Tagged(33), boundary.Condition)).LastVersion);
    }
}
