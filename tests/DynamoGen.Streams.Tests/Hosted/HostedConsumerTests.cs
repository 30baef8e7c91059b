using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Streams.Tests.Hosted;

/// <summary>A handler that is registered and fed by hosted services, from a real stream whose shards roll over.</summary>
public sealed class HostedConsumerTests : IAsyncLifetime
{
    private readonly StreamServer _server = new();

    /// <summary>Only a worker that hangs needs as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Two_workers_handle_every_change_over_rollovers_and_a_hand_over()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        var seen = new SeenOrders();
        await using var first = await StartAsync(prefix, seen);
        var orders = first.GetRequiredService<IOrders>();
        for (var number = 1; number <= 10; number++)
        {
            await orders.Put(Order(number, "Open"));
        }

        await _server.RollOverShardsAsync();
        await using var second = await StartAsync(prefix, seen);
        for (var number = 1; number <= 10; number++)
        {
            await orders.Put(Order(number, "Shipped"));
        }

        await _server.RollOverShardsAsync();
        await StopAsync(first);
        for (var number = 1; number <= 10; number++)
        {
            await orders.Delete("ALFKI", number);
        }

        await seen.UntilAsync(30, Patience);
        await StopAsync(second);
        Assert.All(Enumerable.Range(1, 10), number => Assert.Equal(["new Open", "Open to Shipped", "gone Shipped"], seen.Of(number)));
    }

    [Fact]
    public async Task A_record_that_cannot_be_handled_is_put_aside_and_those_of_its_item_go_on()
    {
        var prefix = $"{Guid.NewGuid():N}-";
        var seen = new SeenOrders { Refused = "Broken" };
        await using var services = await StartAsync(prefix, seen, options =>
        {
            options.KeepsFailedRecords = true;
            options.UsesFence = true;
            options.Processing.Concurrency = 4;
            options.Processing.RetryDelay = TimeSpan.FromMilliseconds(1);
        });
        var orders = services.GetRequiredService<IOrders>();
        await orders.Put(Order(1, "Broken"));
        await orders.Put(Order(1, "Open"));
        await orders.Put(Order(2, "Open"));

        await seen.UntilAsync(2, Patience);
        await StopAsync(services);
        var failed = await new FailedRecordTable(services.GetRequiredService<IAmazonDynamoDB>(), services.GetRequiredService<DynamoGenOptions>())
            .ReadAsync("orders-seen").ToListAsync();
        Assert.Equal(3, Assert.Single(failed).Attempts);
        Assert.Equal(["Broken to Open"], seen.Of(1));
        Assert.Equal(["new Open"], seen.Of(2));
    }

    [Fact]
    public void Two_handlers_of_one_name_are_refused()
    {
        var builder = new ServiceCollection().AddDynamoGen().AddStreamHandler<OrdersSeen>();

        Assert.Throws<InvalidOperationException>(() => builder.AddStreamHandler<OrdersSeen>());
        Assert.Throws<ArgumentException>(() => builder.AddStreamHandler<ShopTable>("other", _ => null!, options => options.Processing.Concurrency = 0));
    }

    private async Task<ServiceProvider> StartAsync(string prefix, SeenOrders seen, Action<StreamHandlerOptions>? configure = null)
    {
        var services = await _server.CreateAsync<ShopTable>(
            dynamo =>
            {
                dynamo.Services.AddSingleton(seen);
                dynamo.AddRepository<IOrders>().AddStreamHandler<OrdersSeen>(options =>
                {
                    options.CreatesTables = true;
                    options.Consumer.BalanceInterval = TimeSpan.FromMilliseconds(200);
                    options.Consumer.MaxIdleDelay = TimeSpan.FromMilliseconds(200);
                    configure?.Invoke(options);
                });
            },
            prefix);
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return services;
    }

    private static async Task StopAsync(IServiceProvider services)
    {
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    private static Order Order(int number, string status) => new() { CustomerId = "ALFKI", OrderId = number, Status = status };
}
