using System.Collections.Concurrent;
using System.Globalization;

namespace DynamoGen.Regions.Tests.Values;

/// <summary>
/// Three regions, four writers in each, random partitions and repairs meanwhile: counters end at the true sum. How many additions there are is in
/// <c>DYNAMOGEN_REGION_COUNTS</c>.
/// </summary>
public sealed class CounterProof(ITestOutputHelper output) : IAsyncLifetime
{
    private const int WritersInEachRegion = 4;
    private const int Items = 10;

    private static readonly int Additions =
        int.Parse(Environment.GetEnvironmentVariable("DYNAMOGEN_REGION_COUNTS") ?? "600", CultureInfo.InvariantCulture);

    private readonly ConcurrentDictionary<(int Item, string Region), long> _true = new();
    private RepairedRegions _regions = null!;
    private int _left = Additions;

    public async ValueTask InitializeAsync() => _regions = await RepairedRegions.StartAsync(seed: 3);

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task Counters_end_at_the_true_sum()
    {
        using var weather = new CancellationTokenSource();
        var network = Task.Run(() => _regions.DisturbAsync(new Random(3), weather.Token));
        await Task.WhenAll(RepairedRegions.Names.SelectMany(
            name => Enumerable.Range(0, WritersInEachRegion).Select(writer => Task.Run(() => AddAsync(name, writer)))));
        await weather.CancelAsync();
        await network;
        var lost = await MissingAsync();
        await _regions.SettleAsync();

        output.WriteLine($"{Additions} additions of {_true.Values.Sum()} in all; {lost} were missing or too many before the last repairs; "
            + $"{_regions.Simulated.Log.Count} changes replicated, {_regions.Simulated.Log.Count(change => !change.IsApplied)} of them dropped.");
        Assert.Equal(0, await MissingAsync());

        // All streams once more from their beginnings: every repair has been made.
        foreach (var name in RepairedRegions.Names)
        {
            await _regions.RepairFromBeginningAsync(name);
        }

        await _regions.SettleAsync();
        Assert.Equal(0, await MissingAsync());
        Assert.True(lost > 0, "Nothing was lost that could have been repaired.");
    }

    private async Task AddAsync(string region, int writer)
    {
        var random = new Random((WritersInEachRegion * Array.IndexOf(RepairedRegions.Names, region)) + writer);
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            var (item, by) = (random.Next(Items), random.Next(1, 10));
            if (random.Next(4) == 0)
            {
                await _regions.Pages(region).UpsertTitle(Path(item), $"{region} {by}");
            }

            await _regions.Pages(region).UpsertViews(Path(item), by);
            _true.AddOrUpdate((item, region), by, (_, counted) => counted + by);
        }
    }

    /// <summary>By how much the parts of all items, as all regions have them, differ from what was counted.</summary>
    private async Task<long> MissingAsync()
    {
        var missing = 0L;
        foreach (var name in RepairedRegions.Names)
        {
            for (var item = 0; item < Items; item++)
            {
                var page = await _regions.Pages(name).Get(Path(item));
                missing += RepairedRegions.Names.Sum(region => Math.Abs(_true.GetValueOrDefault((item, region)) - (page?.Views.Of(region) ?? 0)));
            }
        }

        return missing;
    }

    private static string Path(int item) => item.ToString(CultureInfo.InvariantCulture);
}
