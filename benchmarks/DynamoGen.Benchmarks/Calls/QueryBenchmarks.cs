using BenchmarkDotNet.Attributes;
using DynamoGen.Benchmarks.Canned;

namespace DynamoGen.Benchmarks.Calls;

/// <summary>A Query of one page of 1,000 orders.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private CannedClients _clients = null!;

    [GlobalSetup]
    public void Setup() => _clients = new CannedClients(CannedResponses.Page);

    [GlobalCleanup]
    public void Cleanup() => _clients.Dispose();

    [Benchmark(Baseline = true, Description = "SDK low-level")]
    public Task<object> LowLevel() => Boxed(OrderCalls.QueryLowLevel(_clients));

    [Benchmark(Description = "DynamoDBContext")]
    public Task<object> ObjectMapper() => Boxed(OrderCalls.QueryObjectMapper(_clients));

    [Benchmark(Description = "DynamoGen")]
    public Task<object> Generated() => Boxed(OrderCalls.QueryGenerated(_clients));

    private static async Task<object> Boxed<T>(Task<T> call) => (await call)!;
}
