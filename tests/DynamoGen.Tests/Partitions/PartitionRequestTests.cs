using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Partitions;

/// <summary>What is sent for a query of several partitions, and what is refused before that.</summary>
public sealed class PartitionRequestTests(LocalServer server) : BoardsTest(server)
{
    [Fact]
    public async Task Twenty_five_partitions_are_asked_at_a_time()
    {
        Gate.Expect(25);

        Assert.Empty(await Posts.Of(Names(60)).ToArrayAsync(Cancellation));
        Assert.Equal((60, 25), (Gate.Sent, Gate.MostUnderWay));
    }

    [Fact]
    public async Task Twenty_five_partitions_are_counted_at_a_time()
    {
        Gate.Expect(25);

        Assert.Equal(0, await Posts.CountOf(Names(60)));
        Assert.Equal((60, 25), (Gate.Sent, Gate.MostUnderWay));
    }

    [Fact]
    public async Task A_page_asks_each_partition_once_and_none_that_has_ended()
    {
        string[] authors = ["ann", "bob", "cid"];
        await Posts.PutMany(Enumerable.Range(0, 30).Select(number => new Post("b", Monday, number, authors[number % 3], number)));
        await Posts.PutMany(Enumerable.Range(30, 30).Select(number => new Post("b", Monday, number, "ann", number)));
        using var spans = new Spans("IPosts.Feed");

        var pages = await WalkAsync(cursor => Posts.Feed(authors, 15, cursor));

        Assert.Equal(Enumerable.Range(0, 60), Items(pages).Select(post => post.Number));

        // Each is asked for twice its even share and two more, and alone once the others have ended.
        Assert.Equal((3, 32L), (spans.Ended[0].Requests, spans.Ended[0].Items));
        Assert.Equal(1, spans.Ended[^1].Requests);
        Assert.All(spans.Ended, span => Assert.InRange(span.Requests, 1, 4));
    }

    [Fact]
    public async Task A_question_ends_with_the_first_partition_that_has_an_item()
    {
        await Posts.PutMany([new Post("b", Monday, 5, "bob", 1)]);
        using var spans = new Spans("IPosts.ExistsAbove");

        Assert.True(await Posts.ExistsAbove(["ann", "bob", "cid"], 4));
        Assert.False(await Posts.ExistsAbove(["ann", "bob", "cid"], 5));

        Assert.Equal([2, 3], spans.Ended.Select(span => span.Requests));
    }

    [Fact]
    public async Task A_value_that_is_given_twice_is_asked_once()
    {
        await Posts.PutMany([new Post("b", Monday, 1, "bob", 5), new Post("b", Monday, 2, "ann", 5)]);
        Gate.Expect(0);

        var posts = await Posts.Of(["bob", "ann", "bob", "ann"]).ToArrayAsync(Cancellation);

        Assert.Equal(["bob", "ann"], posts.Select(post => post.Author));
        Assert.Equal(2, Gate.Sent);
        Assert.Equal(2, await Posts.CountOf(["bob", "bob", "ann"]));
        Assert.Equal(1, await Posts.CountOf([.. Enumerable.Repeat("bob", 150)]));
    }

    [Fact]
    public async Task No_values_find_nothing_and_nothing_is_sent()
    {
        Gate.Expect(0);

        Assert.Empty(await Posts.Of([]).ToArrayAsync(Cancellation));
        var page = await Posts.Feed([], 10, null);
        Assert.Empty(page.Items);
        Assert.Null(page.Cursor);
        Assert.Null(await Posts.LatestOf([]));
        Assert.Equal(0, await Posts.CountOf([]));
        Assert.False(await Posts.ExistsAbove([], 0));
        Assert.Equal(0, Gate.Sent);
    }

    [Fact]
    public async Task More_than_100_partitions_are_refused_before_anything_is_sent()
    {
        Gate.Expect(0);

        await AssertRefusedAsync("IPosts.Of", async () => await Posts.Of(Names(101)).ToArrayAsync(Cancellation));
        await AssertRefusedAsync("IPosts.Feed", async () => await Posts.Feed(Names(101), 10, null));
        await AssertRefusedAsync("IPosts.CountOf", async () => await Posts.CountOf(Names(101)));
        await AssertRefusedAsync("IPosts.ExistsAbove", async () => await Posts.ExistsAbove(Names(101), 0));
        await Assert.ThrowsAsync<KeyException>(async () => await Posts.Of(["ann", null!]).ToArrayAsync(Cancellation));
        Assert.Equal(0, Gate.Sent);

        Assert.Empty((await Posts.Feed(Names(100), 10, null)).Items);
        Assert.Equal(100, Gate.Sent);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_values_in_their_order()
    {
        await Posts.PutMany(Enumerable.Range(0, 12).Select(number => new Post("b", Monday, number, number % 2 == 0 ? "ann" : "bob", number)));
        var first = await Posts.Feed(["ann", "bob"], 5, null);

        string[][] others = [["ann"], ["ann", "cid"], ["bob", "ann"], ["ann", "bob", "cid"], []];
        foreach (var authors in others)
        {
            await Assert.ThrowsAsync<InvalidCursorException>(async () => await Posts.Feed(authors, 5, first.Cursor));
        }

        Assert.Equal(Enumerable.Range(5, 7), (await Posts.Feed(["ann", "bob"], 10, first.Cursor)).Items.Select(post => post.Number));
    }

    [Fact]
    public async Task A_cursor_keeps_a_key_of_each_partition_that_has_begun()
    {
        await Posts.PutMany(Enumerable.Range(0, 300).Select(number => new Post("b", Monday, number, $"a{number % 100}", number)));

        var begun = await Posts.Feed(Names(100), 2, null);
        var all = await Posts.Feed(Names(100), 150, null);

        Assert.InRange(begun.Cursor!.Length, 300, 1_500);
        Assert.InRange(all.Cursor!.Length, 10_000, 30_000);
        Assert.Equal(Enumerable.Range(150, 150), (await Posts.Feed(Names(100), 150, all.Cursor)).Items.Select(post => post.Number));
    }

    [Fact]
    public async Task The_values_are_those_of_the_call()
    {
        await Posts.PutMany([new Post("b", Monday, 1, "ann", 1), new Post("b", Monday, 2, "bob", 2)]);
        string[] authors = ["ann", "bob"];
        var posts = Posts.Of(authors);
        authors[0] = "nobody";

        Assert.Equal([1, 2], (await posts.ToArrayAsync(Cancellation)).Select(post => post.Number));
    }

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(number => $"a{number}")];

    private static async Task AssertRefusedAsync(string pattern, Func<Task> call) =>
        Assert.Contains(pattern, (await Assert.ThrowsAsync<ItemValueException>(call)).Message, StringComparison.Ordinal);
}
