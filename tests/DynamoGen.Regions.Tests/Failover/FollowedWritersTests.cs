using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using static DynamoGen.Regions.Tests.Failover.LedgerRegions;

namespace DynamoGen.Regions.Tests.Failover;

/// <summary>A host follows the failovers of others: at its start, and every so often from then on.</summary>
public sealed class FollowedWritersTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private LedgerRegions _regions = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _regions = await LedgerRegions.StartAsync();

    public ValueTask DisposeAsync() => _regions.DisposeAsync();

    /// <summary>What follows failovers, of the hosted services of a process.</summary>
    private static IHostedService Following(ServiceProvider services) =>
        Assert.Single(services.GetServices<IHostedService>(), hosted => hosted.GetType().Name == "FollowedWriters");

    private static string? WriterOf(ServiceProvider services) => services.GetRequiredService<ILedger>().PutAction(new Account(1, 1)).Region;

    private async Task FailOverAsync(string region)
    {
        var services = await _regions.StartProcessAsync(region);
        await services.GetRequiredService<RegionFailover>().FailOverAsync<LedgerTable>(region, Cancellation);
    }

    [Fact]
    public async Task A_host_that_starts_knows_the_writer_before_it_writes()
    {
        await FailOverAsync(Europe);
        var services = await _regions.StartProcessAsync(Asia, _clock);
        Assert.Equal(America, WriterOf(services));

        await Following(services).StartAsync(Cancellation);

        Assert.Equal(Europe, WriterOf(services));
        await Following(services).StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_running_host_hears_of_it_when_its_time_has_come_whatever_does_not_answer()
    {
        var services = await _regions.StartProcessAsync(Asia, _clock);
        var following = Following(services);
        await following.StartAsync(Cancellation);
        _regions.Regions.Isolate(America);
        await FailOverAsync(Europe);
        Assert.Equal(America, WriterOf(services));

        while (WriterOf(services) != Europe)
        {
            _clock.Advance(new RegionOptions().WriterInterval);
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        await following.StopAsync(Cancellation);
    }
}
