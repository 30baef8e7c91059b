using DynamoGen.Streams;
using Microsoft.Extensions.Time.Testing;
using static DynamoGen.Testing.Tests.Regions.InventoryOfRegions;

namespace DynamoGen.Testing.Tests.Regions;

/// <summary>Of writes of one item in several regions, the last one stays in all of them.</summary>
public sealed class LastWriterWinsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_write_is_in_its_own_region_until_it_is_replicated()
    {
        await using var regions = await StartAsync();

        await regions.PutAsync(East, "a", "written");

        Assert.Equal(["written", null], await regions.GetAllAsync("a"));
        Assert.Equal(1, await regions.ReplicateAsync());
        Assert.Equal(["written", "written"], await regions.GetAllAsync("a"));
    }

    [Fact]
    public async Task What_was_replicated_does_not_come_back()
    {
        await using var regions = await StartAsync(names: [East, West, South]);
        await regions.PutAsync(East, "a", "written");

        Assert.Equal(2, await regions.ReplicateAsync());

        Assert.Equal(0, await regions.ReplicateAsync());
        Assert.All(regions.Log, static change => Assert.Equal(East, change.Origin));
        Assert.Single(await regions.RecordsAsync(East));
        Assert.Single(await regions.RecordsAsync(West));
    }

    [Theory]
    [InlineData(East, West)]
    [InlineData(West, East)]
    public async Task The_later_of_two_writes_wins_in_both_regions_and_the_other_is_dropped_silently(string earlier, string later)
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        await regions.PutAsync(earlier, "a", "lost");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await regions.PutAsync(later, "a", "won");

        Assert.Equal(2, await regions.ReplicateAsync());

        Assert.Equal(["won", "won"], await regions.GetAllAsync("a"));
        var dropped = Assert.Single(regions.Log, static change => !change.IsApplied);
        Assert.Equal((earlier, later), (dropped.Origin, dropped.Destination));
        Assert.Equal("won", Text(Assert.Single(await regions.RecordsAsync(later)).NewImage));
    }

    [Fact]
    public async Task The_stream_of_the_region_that_loses_shows_what_was_overwritten()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        await regions.PutAsync(East, "a", "lost");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await regions.PutAsync(West, "a", "won");

        await regions.ReplicateAsync();

        var records = await regions.RecordsAsync(East);
        Assert.Equal([ChangeKind.Inserted, ChangeKind.Modified], records.Select(static record => record.Change.Kind));
        Assert.Equal(("lost", "won"), (Text(records[1].OldImage), Text(records[1].NewImage)));
    }

    [Fact]
    public async Task Names_decide_between_writes_at_the_same_time()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        await regions.PutAsync(East, "a", "of the last name");
        await regions.PutAsync(West, "a", "of the first name");

        await regions.ReplicateAsync();

        Assert.Equal(["of the last name", "of the last name"], await regions.GetAllAsync("a"));
    }

    [Fact]
    public async Task A_deletion_that_is_later_wins_and_one_that_is_earlier_loses()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        await regions.PutAsync(East, "deleted", "first");
        await regions.PutAsync(East, "written", "first");
        await regions.ReplicateAsync();

        await regions.PutAsync(East, "deleted", "second");
        await regions.DeleteAsync(West, "written");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await regions.DeleteAsync(West, "deleted");
        await regions.PutAsync(East, "written", "second");
        await regions.ReplicateAsync();

        Assert.Equal([null, null], await regions.GetAllAsync("deleted"));
        Assert.Equal(["second", "second"], await regions.GetAllAsync("written"));
    }

    [Fact]
    public async Task A_write_that_arrives_behind_a_later_deletion_stays_away()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock }, East, West, South);
        await regions.PutAsync(East, "a", "first");
        await regions.ReplicateAsync();
        regions.Isolate(East);
        await regions.PutAsync(East, "a", "second");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await regions.DeleteAsync(West, "a");
        await regions.ReplicateAsync();

        regions.HealAll();
        await regions.ReplicateAsync();

        Assert.Equal([null, null, null], await regions.GetAllAsync("a"));
    }

    [Fact]
    public async Task A_clock_that_is_ahead_makes_the_earlier_write_win()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        regions.SetClockOffset(East, TimeSpan.FromMinutes(1));
        await regions.PutAsync(East, "a", "earlier");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await regions.PutAsync(West, "a", "later");

        await regions.ReplicateAsync();

        Assert.Equal(["earlier", "earlier"], await regions.GetAllAsync("a"));
        Assert.Equal(TimeSpan.FromMinutes(1), regions.Clock(East).GetUtcNow() - regions.Clock(West).GetUtcNow());
    }

    [Fact]
    public async Task A_write_is_later_than_what_it_overwrites_whatever_its_clock_says()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        await regions.PutAsync(East, "a", "first");
        await regions.ReplicateAsync();
        regions.SetClockOffset(West, TimeSpan.FromMinutes(-1));

        await regions.PutAsync(West, "a", "second");
        await regions.ReplicateAsync();

        Assert.Equal(["second", "second"], await regions.GetAllAsync("a"));
    }

    [Fact]
    public async Task A_write_that_changes_nothing_is_no_change()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        await regions.PutAsync(East, "a", "first");
        await regions.ReplicateAsync();

        await regions.PutAsync(East, "a", "first");
        await regions.DeleteAsync(East, "missing");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await regions.PutAsync(East, "a", "second");
        Assert.Equal(1, await regions.ReplicateAsync());

        Assert.Equal(["second", "second"], await regions.GetAllAsync("a"));
        Assert.Equal(_clock.GetUtcNow(), regions.Log[^1].Timestamp);
    }

    [Fact]
    public async Task A_write_behind_a_winner_of_the_same_text_is_replicated()
    {
        await using var regions = await StartAsync(new() { TimeProvider = _clock });
        await regions.PutAsync(East, "a", "same");
        await regions.PutAsync(West, "a", "same");
        await regions.ReplicateAsync();

        await regions.PutAsync(West, "a", "other");
        await regions.ReplicateAsync();

        Assert.Equal(["other", "other"], await regions.GetAllAsync("a"));
    }
}
