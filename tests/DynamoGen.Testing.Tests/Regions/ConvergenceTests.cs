using Microsoft.Extensions.Time.Testing;
using static DynamoGen.Testing.Tests.Regions.InventoryOfRegions;

namespace DynamoGen.Testing.Tests.Regions;

/// <summary>Whatever is written, cut off and reordered, all regions come to the same items, and a seed replays how.</summary>
public sealed class ConvergenceTests
{
    private static readonly string[] Names = [East, West, South];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Three_regions_converge_from_random_writes_with_random_partitions(int seed)
    {
        await using var regions = await RunAsync(seed);

        Assert.True(await regions.HaveConvergedAsync());
        Assert.Contains(regions.Log, static change => !change.IsApplied);
        Assert.Contains(regions.Log, static change => change.IsDeletion && change.IsApplied);
        for (var item = 0; item < 20; item++)
        {
            // The winner is the change with the latest timestamp of all that arrived anywhere.
            var last = regions.Log.Where(change => change.Key == KeyJson($"{item}")).MaxBy(static change => (change.Timestamp, change.Origin))!;
            Assert.Equal(last.IsDeletion, await regions.GetAsync(East, $"{item}") is null);
        }
    }

    [Fact]
    public async Task A_seed_replays_the_order_and_the_items()
    {
        await using var first = await RunAsync(seed: 3);
        await using var again = await RunAsync(seed: 3);

        Assert.Equal(first.Log, again.Log);
        for (var item = 0; item < 20; item++)
        {
            Assert.Equal(await first.GetAsync(East, $"{item}"), await again.GetAsync(East, $"{item}"));
        }
    }

    [Fact]
    public async Task Writers_at_the_same_time_as_replication_converge()
    {
        await using var regions = await StartAsync(names: Names);
        using var end = new CancellationTokenSource();
        var running = regions.RunAsync(TimeSpan.Zero, end.Token);

        await Task.WhenAll(Names.SelectMany(region => Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var step = 0; step < 50; step++)
            {
                await regions.PutAsync(region, $"{(writer + step) % 7}", $"{region} {writer} {step}");
            }
        }))));
        await end.CancelAsync();
        await running;
        await regions.ReplicateAsync();

        Assert.True(await regions.HaveConvergedAsync());
        Assert.Equal(2 * 3 * 4 * 50, regions.Log.Count);
    }

    private static async Task<SimulatedRegions> RunAsync(int seed)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        var random = new Random(seed);
        var regions = await StartAsync(new() { Seed = seed, TimeProvider = clock }, Names);
        for (var step = 0; step < 500; step++)
        {
            var (region, key) = (Names[random.Next(3)], $"{random.Next(20)}");
            await (random.Next(5) == 0 ? regions.DeleteAsync(region, key) : regions.PutAsync(region, key, $"{region} {step}"));
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(3)));
            switch (random.Next(20))
            {
                case 0:
                    regions.Isolate(Names[random.Next(3)]);
                    break;
                case 1:
                    regions.HealAll();
                    break;
                case 2 or 3:
                    await regions.ReplicateAsync(random.Next(1, 30));
                    break;
            }
        }

        regions.HealAll();
        await regions.ReplicateAsync();
        return regions;
    }
}
