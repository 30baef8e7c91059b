using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>Sixty-four callers at once, over loopback to a server that answers from memory: throughput by turns, and memory over a million calls.</summary>
internal static class LoadBars
{
    private const int Callers = 64;
    private const int Rounds = 10;
    private const int CallsOfRound = 10_000;
    private const int CallsOfMemory = 1_000_000;
    private const double Megabyte = 1024 * 1024;

    public static async Task<IReadOnlyList<Bar>> MeasureAsync()
    {
        await using var server = new LoopbackServer(CannedResponses.Single);
        var config = new AmazonDynamoDBConfig { ServiceURL = server.Url, AuthenticationRegion = "us-east-1" };
        var credentials = new BasicAWSCredentials("id", "secret");
        using var client = new AmazonDynamoDBClient(credentials, config);
        using var transport = new DirectTransport(config, credentials);
        var orders = Create<IOrders>(new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions()));
        var (own, sdk) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            own = Math.Min(own, await SecondsAsync(CallsOfRound, async () => await orders.Get(10248)));
            sdk = Math.Min(sdk, await SecondsAsync(CallsOfRound, () => GetLowLevelAsync(client)));
        }

        var before = Used();
        await SecondsAsync(CallsOfMemory, async () => await orders.Get(10248));
        var grown = (Used() - before) / Megabyte;
        Console.WriteLine(
            $"{CallsOfRound / own:n0} calls a second, {CallsOfRound / sdk:n0} of the low-level client, {server.Connections} connections of both.");
        return
        [
            new("64 callers, GetItem over loopback, times the low-level client's throughput", sdk / own, 3, "x", IsLeast: true),
            new("1,000,000 GetItems of 64 callers, growth of memory in use", grown, 1, "MB"),
        ];
    }

    private static async Task<object> GetLowLevelAsync(AmazonDynamoDBClient client) => AttributeMap.ToOrder((await client.GetItemAsync(
        "orders",
        new Dictionary<string, AttributeValue>
        {
            ["pk"] = new() { S = Order.Keys.Primary.PartitionKey(10248) },
            ["sk"] = new() { S = Order.Keys.Primary.SortKey() },
        })).Item);

    private static async Task<double> SecondsAsync(int calls, Func<Task> call)
    {
        var left = calls;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await call();
            }
        })));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The bytes in use once what nobody holds is collected.</summary>
    private static long Used()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static TRepository Create<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);
}
