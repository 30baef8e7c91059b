using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Streams.Tests.Hosted;

/// <summary>
/// A handler and a sink of a client that has a name read its server's stream, and keep leases, fences and failed records there. The client without a name has a
/// server with tables of the same names.
/// </summary>
public sealed class NamedClientTests(StreamServer archive) : IAsyncLifetime
{
    private const string Archive = "archive";

    /// <summary>Only a worker that hangs needs as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly StreamServer _other = new();
    private readonly string _prefix = $"{Guid.NewGuid():N}-";

    public ValueTask InitializeAsync() => _other.InitializeAsync();

    public ValueTask DisposeAsync() => _other.DisposeAsync();

    [Fact]
    public async Task All_of_a_handler_and_a_sink_is_on_their_client_and_nothing_on_the_other()
    {
        var (seen, sunk) = (new SeenOrders { Refused = "Broken" }, new SeenOrders());
        await using var services = Services(seen, sunk);
        var (theirs, others) = (services.GetRequiredKeyedService<IAmazonDynamoDB>(Archive), services.GetRequiredService<IAmazonDynamoDB>());
        await services.GetRequiredKeyedService<TableProvisioner>(Archive).EnsureCreatedAsync<ShopTable>();
        await CreateTablesAsync(services.GetRequiredService<TableProvisioner>());
        await others.PutItemAsync($"{_prefix}shop", Shop.Order.ToItem(Order(7, "Open")));
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        var orders = services.GetRequiredService<IOrders>();
        await orders.Put(Order(1, "Broken"));
        await orders.Put(Order(1, "Open"));
        await orders.Put(Order(2, "Open"));
        await seen.UntilAsync(2, Patience);
        await sunk.UntilAsync(3, Patience);
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        Assert.Equal(["Broken to Open", "new Open"], seen.Of(1).Concat(seen.Of(2)));
        Assert.Empty(seen.Of(7).Concat(sunk.Of(7)));
        Assert.Equal(["failed-records", "shop", "stream-fences", "stream-leases"], await TablesAsync(theirs));
        Assert.Equal(1, await CountAsync(theirs, "failed-records"));
        Assert.NotEqual(0, await CountAsync(theirs, "stream-fences"));
        Assert.NotEqual(0, await CountAsync(theirs, "stream-leases"));

        Assert.Equal(["failed-records", "shop", "stream-fences"], await TablesAsync(others));
        Assert.Equal(1, await CountAsync(others, "shop"));
        Assert.Equal((0, 0), (await CountAsync(others, "failed-records"), await CountAsync(others, "stream-fences")));
    }

    private ServiceProvider Services(SeenOrders seen, SeenOrders sunk)
    {
        var services = new ServiceCollection().AddSingleton(seen);
        services.AddDynamoGen(options => Reach(options, _other));
        services.AddDynamoGen(Archive, options => Reach(options, archive))
            .AddRepository<IOrders>()
            .AddStreamHandler<OrdersSeen>(options =>
            {
                Configure(options);
                options.KeepsFailedRecords = true;
                options.UsesFence = true;
                options.Processing.RetryDelay = TimeSpan.FromMilliseconds(1);
            })
            .AddStreamSink<ShopTable>("sink", _ => new SeeingSink(sunk), Configure);
        return services.BuildServiceProvider();

        static void Configure(StreamHandlerOptions options)
        {
            options.CreatesTables = true;
            options.Consumer.BalanceInterval = TimeSpan.FromMilliseconds(200);
            options.Consumer.MaxIdleDelay = TimeSpan.FromMilliseconds(200);
        }
    }

    private void Reach(DynamoGenOptions options, StreamServer server)
    {
        options.ServiceUrl = server.Endpoint;
        options.TableNamePrefix = _prefix;
        options.Credentials = _ => StreamServer.Credentials;
    }

    /// <summary>What strays to this server finds its table there.</summary>
    private static async Task CreateTablesAsync(TableProvisioner tables)
    {
        await tables.EnsureCreatedAsync<ShopTable>();
        await tables.EnsureCreatedAsync(StreamFence.Table);
        await tables.EnsureCreatedAsync(FailedRecordTable.Table);
    }

    private async Task<string[]> TablesAsync(IAmazonDynamoDB client) =>
    [
        .. (await client.ListTablesAsync()).TableNames.Where(name => name.StartsWith(_prefix, StringComparison.Ordinal))
            .Select(name => name[_prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    private async Task<int?> CountAsync(IAmazonDynamoDB client, string table) => (await client.ScanAsync(new ScanRequest(_prefix + table))).Count;

    private static Order Order(int number, string status) => new() { CustomerId = "ALFKI", OrderId = number, Status = status };

    private sealed class SeeingSink(SeenOrders sunk) : IStreamSink
    {
        public int MaxBatchRecords => 10;

        public ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
        {
            foreach (var record in records)
            {
                var number = JsonElement.Parse(record.NewImage.Span).GetProperty("OrderId").GetProperty("N").GetString()!;
                sunk.Add(int.Parse(number, CultureInfo.InvariantCulture), "delivered");
            }

            return new([]);
        }
    }
}
