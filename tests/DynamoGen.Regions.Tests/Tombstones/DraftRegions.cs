using DynamoGen.Regions.Conflicts;
using DynamoGen.Regions.Tests.Streams;
using DynamoGen.Streams;
using DynamoGen.Streams.Shards;
using DynamoGen.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Regions.Tests.Tombstones;

/// <summary>Two regions with drafts, in a year in which the server itself takes nothing for expired.</summary>
public sealed class DraftRegions : IAsyncDisposable
{
    public const string East = "us-east-1";
    public const string West = "eu-west-1";

    private readonly Dictionary<string, ServiceProvider> _services = [];

    private DraftRegions(SimulatedRegions simulated, FakeTimeProvider clock) => (Simulated, Clock) = (simulated, clock);

    public SimulatedRegions Simulated { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<DraftRegions> StartAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2090, 1, 1, 12, 0, 0, 400, TimeSpan.Zero));
        var regions = new DraftRegions(await SimulatedRegions.StartAsync(new SimulatedRegionsOptions { TimeProvider = clock }, East, West), clock);
        foreach (var name in regions.Simulated.Names)
        {
            regions._services[name] = await regions.Simulated.CreateServicesAsync(name, services =>
            {
                services.AddSingleton<TimeProvider>(regions.Simulated.Clock(name));
                services.AddDynamoGen().AddRepository<IDrafts>();
            });
        }

        return regions;
    }

    public IDrafts Drafts(string region) => Service<IDrafts>(region);

    public T Service<T>(string region)
        where T : notnull => _services[region].GetRequiredService<T>();

    /// <summary>Lets a second go by, so that what follows is later.</summary>
    public void Tick() => Clock.Advance(TimeSpan.FromSeconds(1));

    /// <summary>Gives the stream of a region to a handler, from its beginning.</summary>
    public async Task ReadAsync(string region, IStreamHandler handler)
    {
        foreach (var record in await WholeStream.ReadAsync(Service<IStreamClient>(region), "drafts"))
        {
            await handler.HandleAsync(record, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What the stream of a region tells of lost updates.</summary>
    public async Task<IReadOnlyList<(Draft Lost, Draft Won, ConflictContext Context)>> ToldAsync(string region)
    {
        var conflicts = new DraftConflicts();
        await ReadAsync(region, conflicts);
        return conflicts.Told;
    }

    public ValueTask DisposeAsync() => Simulated.DisposeAsync();
}
