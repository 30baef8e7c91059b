namespace DynamoGen.Regions.Tests.Tombstones;

/// <summary>A delete in one region and a write in another, neither of which knows the other: the one that is lost is told, once.</summary>
public sealed class LostDeleteTests : IAsyncLifetime
{
    private DraftRegions _regions = null!;

    private IDrafts East => _regions.Drafts(DraftRegions.East);

    private IDrafts West => _regions.Drafts(DraftRegions.West);

    public async ValueTask InitializeAsync()
    {
        _regions = await DraftRegions.StartAsync();
        await East.Create(new Draft(1, "first"));
        await _regions.Simulated.ReplicateAsync();
        _regions.Simulated.Partition(DraftRegions.East, DraftRegions.West);
        _regions.Tick();
    }

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task An_update_that_a_later_delete_overwrote_is_told_where_it_was_made()
    {
        var updated = await West.Update(1, "second");
        _regions.Tick();
        await East.Delete(1);
        await HealAsync();

        Assert.Equal((null, null), (await East.Get(1), await West.Get(1)));
        Assert.Empty(await _regions.ToldAsync(DraftRegions.East));
        var (lost, won, context) = Assert.Single(await _regions.ToldAsync(DraftRegions.West));
        Assert.Equal((updated, "first"), (lost, won.Text));
        Assert.Equal((false, true), (context.LostIsTombstone, context.WonIsTombstone));
        Assert.Equal((DraftRegions.West, DraftRegions.East), (context.Lost.Region, context.Won.Region));
    }

    [Fact]
    public async Task A_delete_that_a_later_update_overwrote_is_told_where_it_was_made()
    {
        await East.Delete(1);
        var deleted = await East.Buried(1);
        _regions.Tick();
        var updated = await West.Update(1, "second");
        await HealAsync();

        Assert.Equal((updated, updated), (await East.Get(1), await West.Get(1)));
        Assert.Empty(await _regions.ToldAsync(DraftRegions.West));
        var (lost, won, context) = Assert.Single(await _regions.ToldAsync(DraftRegions.East));
        Assert.Equal((deleted, updated), (lost, won));
        Assert.Equal((true, false), (context.LostIsTombstone, context.WonIsTombstone));
    }

    [Fact]
    public async Task Two_deletes_lose_nothing()
    {
        Assert.True(await East.Delete(1));
        _regions.Tick();
        Assert.True(await West.Delete(1));
        await HealAsync();

        Assert.Empty(await _regions.ToldAsync(DraftRegions.East));
        Assert.Empty(await _regions.ToldAsync(DraftRegions.West));
    }

    [Fact]
    public async Task An_item_that_is_created_where_the_delete_has_arrived_loses_nothing()
    {
        await East.Delete(1);
        await HealAsync();
        _regions.Tick();

        var again = await West.Create(new Draft(1, "second"));
        await HealAsync();

        Assert.Equal(again, await East.Get(1));
        Assert.Empty(await _regions.ToldAsync(DraftRegions.East));
        Assert.Empty(await _regions.ToldAsync(DraftRegions.West));
    }

    private async Task HealAsync()
    {
        _regions.Simulated.HealAll();
        await _regions.Simulated.ReplicateAsync();
        Assert.Empty(await _regions.Simulated.FindDifferencesAsync());
    }
}
