using Microsoft.Extensions.DependencyInjection;
using static DynamoGen.Regions.Tests.Failover.LedgerRegions;

namespace DynamoGen.Regions.Tests.Failover;

/// <summary>
/// A region that is out of sight writes on after a failover, with a clock that lets its writes win; what the new region has written stands in the end.
/// </summary>
public sealed class LedgerFailoverTests : IAsyncLifetime
{
    private LedgerRegions _regions = null!;
    private ServiceProvider _slow = null!;
    private ServiceProvider _europe = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ILedger Slow => _slow.GetRequiredService<ILedger>();

    private ILedger Europe => _europe.GetRequiredService<ILedger>();

    private RegionFailover Failover => _europe.GetRequiredService<RegionFailover>();

    public async ValueTask InitializeAsync()
    {
        _regions = await LedgerRegions.StartAsync();
        _slow = await _regions.StartProcessAsync(America);
        _europe = await _regions.StartProcessAsync(LedgerRegions.Europe);
    }

    public ValueTask DisposeAsync() => _regions.DisposeAsync();

    private async Task WriteOnBothSidesAsync()
    {
        foreach (var id in new[] { 1, 2, 3 })
        {
            await Slow.Put(new Account(id, 100));
        }

        await _regions.Regions.ReplicateAsync(cancellationToken: Cancellation);
        _regions.Regions.SetClockOffset(America, TimeSpan.FromMinutes(1));
        _regions.Regions.Isolate(America);
        await Failover.FailOverAsync<LedgerTable>(LedgerRegions.Europe, Cancellation);
        await Europe.Put(new Account(1, 201));
        await Europe.Update(2, 202);
        await Slow.Put(new Account(1, 301));
        await Slow.Update(2, 302);
        await Slow.Update(3, 303);
        _regions.Regions.HealAll();
    }

    private async Task<(int Balance, long Epoch)[]> StoredAsync(int id)
    {
        var stored = new List<(int, long)>();
        foreach (var region in _regions.Regions.Names)
        {
            var services = await _regions.StartProcessAsync(region);
            var account = (await services.GetRequiredService<ILedger>().Get(id))!;
            stored.Add((account.Balance, account.Epoch));
        }

        return [.. stored];
    }

    [Fact]
    public async Task Without_a_guard_the_writes_of_the_old_region_win_by_their_time()
    {
        await WriteOnBothSidesAsync();
        await _regions.Regions.ReplicateAsync(cancellationToken: Cancellation);

        Assert.All(await StoredAsync(1), stored => Assert.Equal((301, 0), stored));
    }

    [Fact]
    public async Task The_writes_of_the_newer_epoch_stand_everywhere_and_what_it_has_not_written_arrives_late()
    {
        await WriteOnBothSidesAsync();
        await _regions.SettleAsync();

        var epoch = Assert.Single(
            (await Failover.ReadStatusAsync<LedgerTable>(Cancellation)).Select(status => status.Writer!.Epoch).Distinct()).Value;
        Assert.True(await _regions.Regions.HaveConvergedAsync());
        Assert.All(await StoredAsync(1), stored => Assert.Equal((201, epoch), stored));
        Assert.All(await StoredAsync(2), stored => Assert.Equal((202, epoch), stored));
        Assert.All(await StoredAsync(3), stored => Assert.Equal((303, 0), stored));
    }

    [Fact]
    public async Task The_slow_process_is_refused_once_the_regions_see_each_other_and_then_writes_in_the_new_region()
    {
        await WriteOnBothSidesAsync();
        await _regions.SettleAsync();

        var refused = await Assert.ThrowsAsync<WrongRegionException>(() => Slow.Update(1, 401).AsTask());
        var written = await Slow.Update(1, 402);

        Assert.Equal((America, LedgerRegions.Europe), (refused.LocalRegion, refused.HomeRegion));
        Assert.Equal((await Europe.Get(1))!, written);
    }

    [Fact]
    public async Task The_writes_go_back_as_they_came()
    {
        await WriteOnBothSidesAsync();
        await _regions.SettleAsync();
        var before = (await Europe.Get(1))!.Epoch;

        var back = await Failover.FailOverAsync<LedgerTable>(America, Cancellation);
        var written = await Europe.Update(1, 501);
        await _regions.SettleAsync();

        Assert.True(back.Epoch.Value > before);
        Assert.Equal(America, Europe.PutAction(new Account(1, 1)).Region);
        Assert.All(await StoredAsync(1), stored => Assert.Equal((501, back.Epoch.Value), stored));
        Assert.Equal(back.Epoch.Value, written.Epoch);
        Assert.All(await Failover.ReadStatusAsync<LedgerTable>(Cancellation), status => Assert.Equal(back, status.Writer));
    }

    [Fact]
    public async Task A_region_on_the_other_side_of_a_partition_does_not_answer()
    {
        _regions.Regions.Isolate(America);

        var apart = await Failover.ReadStatusAsync<LedgerTable>(Cancellation);
        _regions.Regions.HealAll();
        var together = await Failover.ReadStatusAsync<LedgerTable>(Cancellation);

        Assert.Equal([America], apart.Where(status => status.Failure is not null).Select(status => status.Region));
        Assert.All(together, status => Assert.Null(status.Failure));
    }
}
