using DynamoGen.Hosting;
using DynamoGen.Regions.Tests.Streams;
using DynamoGen.Streams;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Shards;
using DynamoGen.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Regions.Tests.Values;

/// <summary>Three regions that write values of which each has a part, each with the repair of its own.</summary>
internal sealed class RepairedRegions : IAsyncDisposable
{
    public static readonly string[] Names = ["us-east-1", "eu-west-1", "ap-southeast-1"];

    private const string Table = "pages";

    /// <summary>How many records may come again, some seconds' worth.</summary>
    private const int Repeated = 200;

    private readonly Dictionary<string, ServiceProvider> _services = [];
    private readonly Dictionary<string, RegionStream> _streams = [];
    private readonly Dictionary<string, IReadOnlyList<StreamRecord>> _last = [];

    private RepairedRegions(SimulatedRegions regions) => Simulated = regions;

    public SimulatedRegions Simulated { get; }

    public static async Task<RepairedRegions> StartAsync(int seed)
    {
        var regions = new RepairedRegions(await SimulatedRegions.StartAsync(new SimulatedRegionsOptions { Seed = seed }, Names));
        foreach (var name in Names)
        {
            regions._services[name] = await regions.Simulated.CreateServicesAsync(
                name, static services => services.AddDynamoGen().AddRepository<IPages>().AddRepository<ILabels>()
                    .AddRegionalRepair<Page>().AddRegionalRepair<Label>());
            regions._streams[name] = await WholeStream.OpenAsync(regions.Service<IStreamClient>(name), Table);
            regions._last[name] = [];
            await regions._services[name].GetRequiredService<TableProvisioner>().EnsureCreatedAsync(StreamFence.Table, TestContext.Current.CancellationToken);
        }

        return regions;
    }

    public ValueTask DisposeAsync() => Simulated.DisposeAsync();

    public IPages Pages(string region) => _services[region].GetRequiredService<IPages>();

    public ILabels Labels(string region) => _services[region].GetRequiredService<ILabels>();

    public T Service<T>(string region)
        where T : notnull => _services[region].GetRequiredService<T>();

    /// <summary>Repairs what a region's stream shows since this was called last.</summary>
    /// <returns>How many records there were.</returns>
    public async Task<int> RepairAsync(string region)
    {
        var records = await _streams[region].ReadAsync();
        _last[region] = [.. _last[region].Concat(records).TakeLast(Repeated)];
        await RepairAsync(region, records);
        return records.Count;
    }

    /// <summary>Repairs once more what a region's stream showed last, as records may come again behind a checkpoint.</summary>
    public Task RepeatAsync(string region) => RepairAsync(region, _last[region]);

    /// <summary>Repairs all that a region's stream has shown, from its beginning on.</summary>
    public async Task RepairFromBeginningAsync(string region) =>
        await RepairAsync(region, await WholeStream.ReadAsync(Service<IStreamClient>(region), Table));

    /// <summary>Replicates a part of what is under way, repairs here and there, and lets links break and heal, until the token is cancelled.</summary>
    public async Task DisturbAsync(Random random, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var (one, other) = (random.Next(Names.Length), random.Next(1, Names.Length));
            var (from, to) = (Names[one], Names[(one + other) % Names.Length]);
            if (random.Next(2) == 0)
            {
                Simulated.Partition(from, to);
            }
            else
            {
                Simulated.Heal(from, to);
            }

            await Simulated.ReplicateAsync(random.Next(1, 60), CancellationToken.None);
            if (random.Next(3) > 0)
            {
                continue;
            }

            if (random.Next(4) == 0)
            {
                await RepeatAsync(from);
            }

            await RepairAsync(from);
        }
    }

    /// <summary>Replicates and repairs until nothing is left to do.</summary>
    public async Task SettleAsync()
    {
        Simulated.HealAll();
        for (var left = 1; left > 0;)
        {
            left = 0;
            foreach (var name in Names)
            {
                left += await RepairAsync(name);
            }

            for (var arrived = 1; arrived > 0; left += arrived)
            {
                arrived = await Simulated.ReplicateAsync();
            }
        }

        Assert.Empty(await Simulated.FindDifferencesAsync());
    }

    private async Task RepairAsync(string region, IReadOnlyList<StreamRecord> records)
    {
        var provider = _services[region];
        var repairs = provider.GetServices<StreamHandlerRegistration>().Select(registration => registration.CreateHandler(provider)).ToArray();
        foreach (var record in records)
        {
            foreach (var repair in repairs)
            {
                await repair.HandleAsync(record, TestContext.Current.CancellationToken);
            }
        }
    }
}
