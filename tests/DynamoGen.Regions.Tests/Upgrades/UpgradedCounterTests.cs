using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Regions.Tests.Streams;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Shards;
using DynamoGen.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Regions.Tests.Upgrades;

/// <summary>Counters of items that an older version wrote, which an update brings up to date.</summary>
public sealed class UpgradedCounterTests : IAsyncLifetime
{
    private const string East = "us-east-1";
    private const string West = "eu-west-1";

    private readonly Dictionary<string, ServiceProvider> _services = [];
    private SimulatedRegions _regions = null!;

    public async ValueTask InitializeAsync()
    {
        _regions = await SimulatedRegions.StartAsync(East, West);
        foreach (var name in _regions.Names)
        {
            _services[name] = await _regions.CreateServicesAsync(
                name, static services => services.AddDynamoGen().AddRepository<IPosts>().AddRegionalRepair<Post>());
            await _services[name].GetRequiredService<TableProvisioner>().EnsureCreatedAsync(StreamFence.Table, TestContext.Current.CancellationToken);
        }

        await _regions.Client(East).PutItemAsync("posts", First(East, east: 5, west: 1), TestContext.Current.CancellationToken);
        await _regions.ReplicateAsync();
    }

    public async ValueTask DisposeAsync() => await _regions.DisposeAsync();

    [Fact]
    public async Task What_an_older_version_counted_is_read_and_added_to()
    {
        var read = (await Posts(East).Get("a"))!;
        Assert.Equal(("title", 6, 5), (read.Title, read.Views.Total, read.Views.Of(East)));

        var counted = await Posts(West).UpdateViews("a", 2);

        Assert.Equal(("title", 8, 3, West), (counted.Title, counted.Views.Total, counted.Views.Of(West), counted.UpdatedIn));
        var item = await ItemAsync(West);
        Assert.Equal(("2", "5", "3"), (item["_v"].N, item["Views@us-east-1"].N, item["Views@eu-west-1"].N));
        Assert.DoesNotContain("Name", item.Keys);
    }

    [Fact]
    public async Task What_an_upgrade_of_another_region_overwrote_is_repaired()
    {
        // The older version goes on counting in its region, which was the last to write the item.
        await _regions.Client(West).PutItemAsync("posts", First(West, east: 5, west: 1), TestContext.Current.CancellationToken);
        await _regions.ReplicateAsync();
        _regions.Partition(East, West);
        await _regions.Client(West).PutItemAsync("posts", First(West, east: 5, west: 4), TestContext.Current.CancellationToken);
        await Posts(East).UpdateViews("a", 2);
        await SettleAsync();

        Assert.Equal((7, 4), ((await Posts(East).Get("a"))!.Views.Of(East), (await Posts(West).Get("a"))!.Views.Of(West)));
    }

    private IPosts Posts(string region) => _services[region].GetRequiredService<IPosts>();

    private async Task<Dictionary<string, AttributeValue>> ItemAsync(string region)
    {
        Dictionary<string, AttributeValue> key = new() { ["pk"] = new("POST#a"), ["sk"] = new("POST") };
        return (await _regions.Client(region).GetItemAsync("posts", key, consistentRead: true, TestContext.Current.CancellationToken)).Item;
    }

    /// <summary>The item as the first version wrote it.</summary>
    private static Dictionary<string, AttributeValue> First(string region, int east, int west) => new()
    {
        ["pk"] = new("POST#a"),
        ["sk"] = new("POST"),
        ["_t"] = new("Post"),
        ["_v"] = new() { N = "1" },
        ["Path"] = new("a"),
        ["Name"] = new("TITLE"),
        ["Views@us-east-1"] = new() { N = $"{east}" },
        ["Views@eu-west-1"] = new() { N = $"{west}" },
        ["UpdatedIn"] = new(region),
    };

    /// <summary>Replicates and repairs until nothing is left to do.</summary>
    private async Task SettleAsync()
    {
        var seen = new HashSet<string>();
        _regions.HealAll();
        for (var left = 1; left > 0;)
        {
            left = await _regions.ReplicateAsync();
            foreach (var (name, services) in _services)
            {
                var repair = services.GetRequiredService<StreamHandlerRegistration>().CreateHandler(services);
                foreach (var record in await WholeStream.ReadAsync(services.GetRequiredService<IStreamClient>(), "posts"))
                {
                    if (seen.Add($"{name} {record.Change.EventId}"))
                    {
                        left++;
                        await repair.HandleAsync(record, TestContext.Current.CancellationToken);
                    }
                }
            }
        }
    }
}
