using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Lambda;
using DynamoGen.Streams.Shards;
using DynamoGen.Streams.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Streams.Tests.Hosted;

/// <summary>A handler that writes to the table whose changes it handles knows its own.</summary>
public sealed class OwnChangeTests(StreamServer server)
{
    [Fact]
    public async Task A_handler_knows_what_it_wrote_itself()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        await using var services = await server.CreateAsync<ShopTable>(dynamo => dynamo.AddRepository<IOrders>(), prefix);
        var orders = services.GetRequiredService<IOrders>();
        var client = services.GetRequiredService<IStreamClient>();
        var pricing = new Pricing(orders);
        var function = StreamFunction.Of(pricing);
        var other = StreamFunction.Of(new Watching(pricing.Seen));
        await orders.Put(new Order { CustomerId = "ALFKI", OrderId = 1, Status = "Open" });

        var stream = await client.FindStreamAsync($"{prefix}shop");
        var shard = Assert.Single((await client.DescribeStreamAsync(stream)).Shards);
        var iterator = await client.GetShardIteratorAsync(stream, shard.ShardId, ShardStart.TrimHorizon);
        for (var round = 0; round < 2; round++)
        {
            var page = await client.GetRecordsAsync(iterator);
            Assert.Null(await function.HandleAsync(page.Records, CancellationToken.None));
            Assert.Null(await other.HandleAsync(page.Records, CancellationToken.None));
            iterator = page.NextIterator!;
        }

        Assert.Equal(["new: False", "watched new: False", "7: True", "watched 7: False"], pricing.Seen);
    }
}

/// <summary>Prices every order, and would see its own change as another one's.</summary>
[StreamHandler<ShopTable>]
public sealed partial class Pricing(IOrders orders)
{
    public List<string> Seen { get; } = [];

    private async ValueTask Inserted(Order order, StreamChange change)
    {
        await Task.Yield();
        Seen.Add($"new: {change.IsOwn}");
        await orders.UpdateFreight(order.CustomerId, order.OrderId, 7);
    }

    private ValueTask Modified(Order order, StreamChange change)
    {
        Seen.Add($"{order.Freight}: {change.IsOwn}");
        return default;
    }
}

/// <summary>Another handler of the same changes.</summary>
[StreamHandler<ShopTable>]
public sealed partial class Watching(List<string> seen)
{
    private ValueTask Inserted(Order order, StreamChange change) => Saw(order, change);

    private ValueTask Modified(Order order, StreamChange change) => Saw(order, change);

    private ValueTask Saw(Order order, StreamChange change)
    {
        seen.Add($"watched {(order.Freight is { } freight ? freight : "new")}: {change.IsOwn}");
        return default;
    }
}
