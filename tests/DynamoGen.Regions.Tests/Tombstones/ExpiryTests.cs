using DynamoGen.Streams;

namespace DynamoGen.Regions.Tests.Tombstones;

/// <summary>What has expired is removed when the test says so, and only the region that removed it tells that it had expired.</summary>
public sealed class ExpiryTests : IAsyncLifetime
{
    private DraftRegions _regions = null!;

    private IDrafts East => _regions.Drafts(DraftRegions.East);

    private IDrafts West => _regions.Drafts(DraftRegions.West);

    private DateTimeOffset Now => _regions.Clock.GetUtcNow();

    public async ValueTask InitializeAsync() => _regions = await DraftRegions.StartAsync();

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task A_handler_of_both_regions_sees_one_removal_by_time_to_live()
    {
        await East.Create(new Draft(1, "text") { Until = Now.AddSeconds(1) });
        await East.Create(new Draft(2, "text") { Until = Now.AddHours(1) });
        await East.Create(new Draft(3, "text"));
        await _regions.Simulated.ReplicateAsync();
        Assert.Equal(0, await _regions.Simulated.ExpireAsync(DraftRegions.East));
        _regions.Tick();

        Assert.Equal(1, await _regions.Simulated.ExpireAsync(DraftRegions.East));
        Assert.Equal((null, "text"), (await East.Buried(1), (await West.Buried(1))?.Text));
        Assert.Equal(1, await _regions.Simulated.ReplicateAsync());

        Assert.Null(await West.Buried(1));
        Assert.Empty(await _regions.Simulated.FindDifferencesAsync());
        Assert.Equal((1, RemovalCause.TimeToLive), Assert.Single(await RemovedAsync(DraftRegions.East)));
        Assert.Equal((1, RemovalCause.Program), Assert.Single(await RemovedAsync(DraftRegions.West)));
    }

    [Fact]
    public async Task A_delete_of_a_program_is_told_as_one()
    {
        await East.Create(new Draft(1, "text"));
        await East.Delete(1);
        await _regions.Simulated.ReplicateAsync();

        Assert.Empty(await RemovedAsync(DraftRegions.East));
        Assert.Equal(1, await _regions.Simulated.ExpireAsync(DraftRegions.West));
        await _regions.Simulated.ReplicateAsync();
        await East.Create(new Draft(1, "again"));
        await East.Erase(1);

        Assert.Equal([(1, RemovalCause.Program), (1, RemovalCause.Program)], await RemovedAsync(DraftRegions.East));
        Assert.Equal((1, RemovalCause.TimeToLive), Assert.Single(await RemovedAsync(DraftRegions.West)));
    }

    [Fact]
    public async Task A_region_goes_by_its_own_clock()
    {
        await East.Create(new Draft(1, "text") { Until = Now.AddMinutes(1) });
        await _regions.Simulated.ReplicateAsync();
        _regions.Simulated.SetClockOffset(DraftRegions.West, TimeSpan.FromMinutes(2));

        Assert.Equal(0, await _regions.Simulated.ExpireAsync(DraftRegions.East));
        Assert.Equal(1, await _regions.Simulated.ExpireAsync(DraftRegions.West));
    }

    [Fact]
    public async Task What_expired_more_than_five_years_ago_is_left()
    {
        await East.Create(new Draft(1, "text") { Until = Now.AddYears(-5).AddSeconds(-1) });

        Assert.Equal(0, await _regions.Simulated.ExpireAsync(DraftRegions.East));
        Assert.NotNull(await East.Buried(1));
    }

    [Fact]
    public async Task A_removal_that_a_later_write_of_another_region_overtakes_is_lost()
    {
        await East.Create(new Draft(1, "text") { Until = Now.AddSeconds(1) });
        await _regions.Simulated.ReplicateAsync();
        _regions.Tick();
        await _regions.Simulated.ExpireAsync(DraftRegions.East);
        _regions.Tick();
        var again = await West.Create(new Draft(1, "again"));
        await _regions.Simulated.ReplicateAsync();

        Assert.Equal((again, again), (await East.Get(1), await West.Get(1)));
    }

    [Fact]
    public async Task The_table_says_that_items_expire()
    {
        var found = await _regions.Simulated.Client(DraftRegions.East).DescribeTimeToLiveAsync("drafts", TestContext.Current.CancellationToken);

        Assert.Equal(("ENABLED", "Until"), (found.TimeToLiveDescription.TimeToLiveStatus.Value, found.TimeToLiveDescription.AttributeName));
    }

    private async Task<IReadOnlyList<(int Id, RemovalCause Cause)>> RemovedAsync(string region)
    {
        var removals = new DraftRemovals();
        await _regions.ReadAsync(region, removals);
        return removals.Removed;
    }
}
