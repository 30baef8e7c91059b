using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Streams;
using DynamoGen.Streams.Shards;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing.Tests.Regions;

[Table("inventory", PartitionKey = "PK", SortKey = null)]
public sealed partial class Inventory;

/// <summary>Regions with one table, whose items have a text each, and what a test does in a region.</summary>
internal static class InventoryOfRegions
{
    public const string East = "us-east-1";
    public const string West = "eu-west-1";
    public const string South = "ap-southeast-1";

    private const string Table = "inventory";

    public static async Task<SimulatedRegions> StartAsync(SimulatedRegionsOptions? options = null, params string[] names)
    {
        var regions = await SimulatedRegions.StartAsync(options ?? new(), names.Length == 0 ? [East, West] : names);
        await regions.CreateTableAsync<Inventory>();
        return regions;
    }

    public static Dictionary<string, AttributeValue> Key(string key) => new() { ["PK"] = new() { S = key } };

    public static string KeyJson(string key) => $"{{\"PK\":{{\"S\":\"{key}\"}}}}";

    public static Dictionary<string, AttributeValue> Item(string key, string text) => new(Key(key)) { ["Text"] = new() { S = text } };

    public static Task PutAsync(this SimulatedRegions regions, string region, string key, string text) =>
        regions.Client(region).PutItemAsync(Table, Item(key, text));

    public static Task DeleteAsync(this SimulatedRegions regions, string region, string key) => regions.Client(region).DeleteItemAsync(Table, Key(key));

    public static async Task<string?> GetAsync(this SimulatedRegions regions, string region, string key)
    {
        var item = (await regions.Client(region).GetItemAsync(Table, Key(key), consistentRead: true)).Item;
        return item?.GetValueOrDefault("Text")?.S;
    }

    /// <summary>The text of an item in each region.</summary>
    public static async Task<string?[]> GetAllAsync(this SimulatedRegions regions, string key)
    {
        var texts = new List<string?>();
        foreach (var region in regions.Names)
        {
            texts.Add(await regions.GetAsync(region, key));
        }

        return [.. texts];
    }

    /// <summary>All records of a region's stream, as a consumer of the application reads them.</summary>
    public static async Task<IReadOnlyList<StreamRecord>> RecordsAsync(this SimulatedRegions regions, string region)
    {
        await using var services = new ServiceCollection().AddSingleton<IAmazonDynamoDB>(regions.Client(region)).AddDynamoGen().Services.BuildServiceProvider();
        var streams = services.GetRequiredService<IStreamClient>();
        var stream = Assert.Single(await streams.ListStreamsAsync(Table));
        var shard = Assert.Single((await streams.DescribeStreamAsync(stream.Arn)).Shards);
        var records = new List<StreamRecord>();
        var iterator = await streams.GetShardIteratorAsync(stream.Arn, shard.ShardId, ShardStart.TrimHorizon);
        for (var page = await streams.GetRecordsAsync(iterator); page.Records.Count > 0; page = await streams.GetRecordsAsync(page.NextIterator!))
        {
            records.AddRange(page.Records);
        }

        return records;
    }

    public static string Text(ReadOnlyMemory<byte> image)
    {
        using var document = JsonDocument.Parse(image);
        return document.RootElement.GetProperty("Text").GetProperty("S").GetString()!;
    }
}
