using Amazon.DynamoDBv2.Model;
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
                name, static services => services.AddDynamoGen().AddRepository<IPosts>());
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
}
