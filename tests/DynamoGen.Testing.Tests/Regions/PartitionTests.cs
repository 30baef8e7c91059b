using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using static DynamoGen.Testing.Tests.Regions.InventoryOfRegions;

namespace DynamoGen.Testing.Tests.Regions;

/// <summary>When and in which order changes arrive.</summary>
public sealed class PartitionTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Nothing_arrives_during_a_partition_and_everything_behind_it()
    {
        await using var regions = await StartAsync(names: [East, West, South]);
        regions.Partition(East, West);
        await regions.PutAsync(East, "a", "of the east");
        await regions.PutAsync(West, "b", "of the west");

        Assert.Equal(2, await regions.ReplicateAsync());
        Assert.Equal(["of the east", null, "of the east"], await regions.GetAllAsync("a"));
        Assert.Equal([null, "of the west", "of the west"], await regions.GetAllAsync("b"));
        Assert.False(await regions.HaveConvergedAsync());

        regions.Heal(West, East);
        Assert.Equal(2, await regions.ReplicateAsync());
        Assert.True(await regions.HaveConvergedAsync());
    }

    [Fact]
    public async Task Differences_name_the_items_and_the_regions_without_values()
    {
        await using var regions = await StartAsync();
        await regions.PutAsync(East, "same", "text");
        await regions.ReplicateAsync();
        await regions.PutAsync(East, "missing", "secret");

        var difference = Assert.Single(await regions.FindDifferencesAsync());

        Assert.Equal(("inventory", KeyJson("missing")), (difference.Table, difference.Key));
        Assert.Contains("secret", difference.Items[East]);
        Assert.Null(difference.Items[West]);
        Assert.Contains("eu-west-1 has none", difference.ToString());
        Assert.DoesNotContain("secret", difference.ToString());
    }

    [Fact]
    public async Task An_isolated_region_is_cut_off_from_all_others()
    {
        await using var regions = await StartAsync(names: [East, West, South]);
        regions.Isolate(South);
        await regions.PutAsync(East, "a", "text");

        await regions.ReplicateAsync();

        Assert.Equal(["text", "text", null], await regions.GetAllAsync("a"));
    }

    [Fact]
    public async Task A_delayed_change_arrives_when_its_time_has_passed()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        regions.Delay(East, West, TimeSpan.FromSeconds(10));
        regions.SetClockOffset(East, TimeSpan.FromHours(1));
        await regions.PutAsync(East, "a", "text");

        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, await regions.ReplicateAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await regions.ReplicateAsync());
    }

    [Fact]
    public async Task Changes_of_several_items_arrive_in_another_order_and_those_of_one_in_their_own()
    {
        await using var regions = await StartAsync(new() { Seed = 1 });
        for (var step = 0; step < 5; step++)
        {
            for (var item = 0; item < 10; item++)
            {
                await regions.PutAsync(East, $"{item}", $"{step}");
            }
        }

        while (await regions.ReplicateAsync(changes: 3) > 0)
        {
            // Some at a time.
        }

        var keys = regions.Log.Select(static change => change.Key).ToList();
        Assert.Equal(50, keys.Count);
        Assert.NotEqual(keys.Order(StringComparer.Ordinal), keys.Distinct().SelectMany(static key => Enumerable.Repeat(key, 5)));
        Assert.NotEqual(Enumerable.Range(0, 10).Select(static item => KeyJson($"{item}")), keys.Take(10));
        var steps = (await regions.RecordsAsync(West)).GroupBy(static record => System.Text.Encoding.UTF8.GetString(record.Keys.Span));
        Assert.Equal(10, steps.Count());
        Assert.All(steps, static item => Assert.Equal(["0", "1", "2", "3", "4"], item.Select(static record => Text(record.NewImage))));
    }

    [Fact]
    public async Task A_number_of_changes_is_not_exceeded()
    {
        await using var regions = await StartAsync();
        for (var item = 0; item < 7; item++)
        {
            await regions.PutAsync(East, item.ToString(CultureInfo.InvariantCulture), "text");
        }

        Assert.Equal(5, await regions.ReplicateAsync(5));
        Assert.Equal(2, await regions.ReplicateAsync(5));
        Assert.Equal(0, await regions.ReplicateAsync(5));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => regions.ReplicateAsync(0));
    }

    [Fact]
    public async Task Replication_in_the_background_pauses_by_the_clock_and_ends_without_an_exception()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        using var end = new CancellationTokenSource();
        await regions.PutAsync(East, "a", "text");
        var running = regions.RunAsync(TimeSpan.FromSeconds(1), end.Token);
        while (await regions.GetAsync(West, "a") is null)
        {
            Assert.False(running.IsFaulted);
        }

        await regions.PutAsync(East, "b", "text");
        while (await regions.GetAsync(West, "b") is null)
        {
            Assert.False(running.IsFaulted);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await end.CancelAsync();
        await running;
    }

    [Fact]
    public async Task What_is_no_way_between_regions_is_refused()
    {
        await using var regions = await StartAsync();

        Assert.Contains("eu-central-1", Assert.Throws<ArgumentException>(() => regions.Partition(East, "eu-central-1")).Message);
        Assert.Throws<ArgumentException>(() => regions.Heal(East, East));
        Assert.Throws<ArgumentOutOfRangeException>(() => regions.Delay(East, West, TimeSpan.FromSeconds(-1)));
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatedRegions.StartAsync(East));
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatedRegions.StartAsync(East, East));
    }
}
