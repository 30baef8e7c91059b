using BenchmarkDotNet.Attributes;
using DynamoGen.Benchmarks.Canned;

namespace DynamoGen.Benchmarks.Calls;

/// <summary>A GetItem of one order.</summary>
[MemoryDiagnoser]
public class GetBenchmarks
{
    private CannedClients _clients = null!;

    [GlobalSetup]
    public void Setup() => _clients = new CannedClients(CannedResponses.Single);

    [GlobalCleanup]
    public void Cleanup() => _clients.Dispose();

    [Benchmark(Baseline = true, Description = "SDK low-level")]
    public Task<object> LowLevel() => Boxed(OrderCalls.GetLowLevel(_clients));

    [Benchmark(Description = "DynamoDBContext")]
    public Task<object> ObjectMapper() => Boxed(OrderCalls.GetObjectMapper(_clients));

    [Benchmark(Description = "DynamoGen")]
    public Task<object> Generated() => Boxed(OrderCalls.GetGenerated(_clients));

    private static async Task<object> Boxed<T>(Task<T> call) => (await call)!;
}
