using DynamoGen.Batches;
using DynamoGen.Calls;

namespace DynamoGen.Tests.Regions;

/// <summary>The entries of one batch go to their home regions, and what was not done is told by its place in the whole.</summary>
public sealed class HomeBatchesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly Dictionary<string, List<string>> _sent = [];

    private HomeBatches<string, string> Batches(Func<string, List<string>, Exception?>? fail = null, Func<string, string>? home = null) => new(
        "IOrders.PutMany",
        home ?? (value => value[..2]),
        async (region, part, cancellation) =>
        {
            var values = new List<string>();
            await using var taken = part.Begin(cancellation);
            while (await taken.MoveNextAsync())
            {
                values.Add(taken.Current);
            }

            _sent.TryAdd(region, []);
            _sent[region].AddRange(values);
            if (fail?.Invoke(region, values) is { } failure)
            {
                throw failure;
            }
        });

    private static List<string> Values(int count) => [.. Enumerable.Range(0, count).Select(i => $"{(i % 3 == 0 ? "us" : "eu")}-{i}")];

    [Fact]
    public async Task Each_entry_goes_to_its_home_in_the_order_of_the_sequence()
    {
        var told = new List<BatchProgress>();
        var values = Values(250);

        await Batches().SendAsync(new BatchSource<string>(values, new Told(told)), Cancellation);

        Assert.Equal(values.Where(value => value.StartsWith("us")), _sent["us"]);
        Assert.Equal(values.Where(value => value.StartsWith("eu")), _sent["eu"]);
        Assert.Equal(new BatchProgress(250, 250), told[^1]);
    }

    [Fact]
    public async Task What_was_not_done_is_told_by_its_place_in_the_whole()
    {
        // Of the second hundred, "us" ends behind its third entry, of which the first was not done; "eu" was not sent yet or is sent already.
        var cause = new IOException("lost");
        var calls = 0;
        var batches = Batches((region, values) =>
            region == "us" && ++calls == 2 ? new BatchIncompleteException("part", [0], [values[0]], cause, taken: 3) : null);

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(() => batches.SendAsync(new BatchSource<string>(Values(250)), Cancellation).AsTask());

        var all = Values(250);
        var euSent = _sent["eu"].ToHashSet();
        var us = Enumerable.Range(100, 100).Where(i => i % 3 == 0).ToList();
        var expected = Enumerable.Range(100, 100).Where(i => i % 3 == 0 ? i == us[0] || us.IndexOf(i) >= 3 : !euSent.Contains(all[i]));
        Assert.Equal(expected, incomplete.NotDone);
        Assert.Equal(200, incomplete.Taken);
        Assert.Same(cause, incomplete.InnerException);
        Assert.Equal("IOrders.PutMany", incomplete.AccessPattern);
    }

    [Fact]
    public async Task A_home_that_is_refused_before_anything_was_sent_is_refused_as_it_is()
    {
        var batches = Batches(home: value => value == "us-9" ? throw new WrongRegionException("orders", "eu", "us", "no") : "eu");

        await Assert.ThrowsAsync<WrongRegionException>(() => batches.SendAsync(new BatchSource<string>(Values(50)), Cancellation).AsTask());

        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_home_that_is_refused_later_says_how_far_the_batch_came()
    {
        var batches = Batches(home: value => value == "us-150" ? throw new WrongRegionException("orders", "eu", "us", "no") : "eu");

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(() => batches.SendAsync(new BatchSource<string>(Values(250)), Cancellation).AsTask());

        Assert.IsType<WrongRegionException>(incomplete.InnerException);
        Assert.Equal(Enumerable.Range(100, 100), incomplete.NotDone);
    }

    private sealed class Told(List<BatchProgress> all) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => all.Add(value);
    }
}
