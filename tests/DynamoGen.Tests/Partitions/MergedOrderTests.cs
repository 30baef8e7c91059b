using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Partitions;

/// <summary>The items of several partitions come in the order of the sort key, however they are read.</summary>
public sealed class MergedOrderTests(LocalServer server) : BoardsTest(server)
{
    private static readonly string[] Writers = ["ann", "bob", "cid", "dee", "eve", "fay", "gus"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Pages_of_random_limits_over_random_values_hold_the_whole_merged_order(int seed)
    {
        var random = new Random(seed);
        await PutAsync(random, 160, Writers);
        foreach (var _ in Enumerable.Range(0, 6))
        {
            string[] authors = [.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => random.Next(6) == 0 ? "nobody" : Writers[random.Next(Writers.Length)])];
            var (upward, downward) = await ExpectedAsync(authors);

            var up = await WalkAsync(cursor => Posts.Feed(authors, random.Next(1, 40), cursor));
            var down = await WalkAsync(cursor => Posts.LatestFeed(authors, random.Next(1, 40), cursor));

            Assert.Equal(upward, Items(up));
            Assert.Equal(downward, Items(down));
            Assert.Equal(upward, await Posts.Of(authors).ToArrayAsync(Cancellation));
            Assert.Equal(downward.FirstOrDefault(), await Posts.LatestOf(authors));
            Assert.Equal(upward.Select(post => post.Text), (await Posts.Cards(authors)).Select(card => card.Text));
            Assert.Equal(upward, Items(await WalkAsync(cursor => Posts.Hydrated(authors, random.Next(5, 60), cursor))));
            Assert.Equal(upward.Length, await Posts.CountOf(authors));
            Assert.Equal(upward.Any(post => post.Number > 150), await Posts.ExistsAbove(authors, 150));
        }
    }

    [Fact]
    public async Task A_range_and_a_limit_hold_over_all_values()
    {
        await PutAsync(new Random(5), 100, Writers);
        string[] authors = ["eve", "ann"];
        var (upward, _) = await ExpectedAsync(authors);

        Assert.Equal(upward.Where(post => post.Score is >= 3 and <= 7), await Posts.Of(authors, 3, 7).ToArrayAsync(Cancellation));
        Assert.Equal(upward.Where(post => post.Score >= 3).Take(5), await Posts.Of(authors, 3, limit: 5).ToArrayAsync(Cancellation));
        Assert.Empty(await Posts.Of(authors, 7, 3).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Days_are_read_as_one_time()
    {
        var posts = await PutAsync(new Random(6), 120, Writers);
        DateOnly[] days = [Day(3), Day(0), Day(2), Day(20)];
        var expected = posts.Where(post => days.Contains(DateOnly.FromDateTime(post.At.Date))).OrderBy(post => post.At).ThenBy(post => post.Number).ToArray();
        Assert.InRange(expected.Length, 30, 110);

        Assert.Equal(expected, Items(await WalkAsync(cursor => Posts.OnDays("b", days, 7, cursor))));

        Assert.Equal(
            expected.Select(post => new Post.PrimaryKey(post.Board, post.At, post.Number)), await Posts.KeysOnDays("b", days).ToArrayAsync(Cancellation));

        // Two instants of one day are one partition.
        DateTimeOffset[] instants = [Monday.AddHours(1), Monday.AddHours(2), Monday.AddDays(2).AddHours(5), Monday.AddDays(3)];
        Assert.Equal(expected, await Posts.OnDaysOf("b", instants).ToArrayAsync(Cancellation));
        Assert.Equal(
            expected.Where(post => post.At >= Monday.AddHours(60)), await Posts.OnDaysOf("b", instants, from: Monday.AddHours(60)).ToArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_local_index_has_pages_of_several_partitions_too()
    {
        var posts = await PutAsync(new Random(7), 90, Writers);
        DateOnly[] days = [Day(1), Day(4)];
        var expected = posts.Where(post => days.Contains(DateOnly.FromDateTime(post.At.Date))).ToArray();

        var best = Items(await WalkAsync(cursor => Posts.BestOnDays("b", days, 4, cursor))).ToArray();

        Assert.Equal(expected.OrderBy(post => post.Number), best.OrderBy(post => post.Number));
        Assert.Equal(expected.Select(post => post.Score).OrderDescending(), best.Select(post => post.Score));
    }

    [Fact]
    public async Task Each_value_is_asked_in_each_shard()
    {
        var posts = await PutAsync(new Random(8), 150, Writers);
        Topic[] topics = [Topic.Planes, Topic.Cars];
        var expected = posts.Where(post => topics.Contains(post.Topic)).ToArray();

        var pages = await WalkAsync(cursor => Posts.About(topics, 13, cursor));

        Assert.Equal(expected.OrderBy(post => post.Number), Items(pages).OrderBy(post => post.Number));
        Assert.Equal(
            expected.Select(post => (post.Score, -(int)post.Topic)).Order(), Items(pages).Select(post => (post.Score, -(int)post.Topic)));
        Assert.Equal(expected.Length, await Posts.CountAbout(topics));
    }

    private static DateOnly Day(int number) => DateOnly.FromDateTime(Monday.Date).AddDays(number);

    /// <summary>What queries of one author each find, put in order: equal scores by the author's position.</summary>
    private async Task<(Post[] Upward, Post[] Downward)> ExpectedAsync(string[] authors)
    {
        var up = new List<(Post Post, int Position)>();
        var down = new List<(Post Post, int Position)>();
        foreach (var (position, author) in authors.Distinct().Index())
        {
            up.AddRange((await Posts.By(author)).Select(post => (post, position)));
            down.AddRange((await Posts.LatestBy(author)).Select(post => (post, position)));
        }

        return (
            [.. up.OrderBy(entry => entry.Post.Score).ThenBy(entry => entry.Position).Select(entry => entry.Post)],
            [.. down.OrderByDescending(entry => entry.Post.Score).ThenByDescending(entry => entry.Position).Select(entry => entry.Post)]);
    }
}
