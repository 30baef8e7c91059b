using BenchmarkDotNet.Attributes;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;

namespace DynamoGen.Benchmarks.Calls;

/// <summary>A PutItem of one order.</summary>
[MemoryDiagnoser]
public class PutBenchmarks
{
    private readonly Order _order = Order.Number(0);
    private CannedClients _clients = null!;

    [GlobalSetup]
    public void Setup() => _clients = new CannedClients(CannedResponses.Empty);

    [GlobalCleanup]
    public void Cleanup() => _clients.Dispose();

    [Benchmark(Baseline = true, Description = "SDK low-level")]
    public Task LowLevel() => OrderCalls.PutLowLevel(_clients, _order);

    [Benchmark(Description = "DynamoDBContext")]
    public Task ObjectMapper() => OrderCalls.PutObjectMapper(_clients, _order);

    [Benchmark(Description = "DynamoGen")]
    public Task Generated() => OrderCalls.PutGenerated(_clients, _order);
}
