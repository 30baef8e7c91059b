using DynamoGen.Caching;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>The one cache of all repositories and transactions of a client; none where nothing is cached.</summary>
/// <param name="provider">Has the repositories and the cache.</param>
/// <param name="client">The client's name, or null.</param>
internal sealed class RegisteredCache(IServiceProvider provider, string? client)
{
    public ItemCache? Items { get; } = CachedPatterns.All(provider, client) is { Count: > 0 } patterns
        ? new ItemCache(
            provider.GetRequiredService<HybridCache>(),
            patterns,
            ClientServices.Of<DynamoGenOptions>(provider, client),
            provider.GetRequiredService<DynamoGenTelemetry>(),
            provider.GetRequiredService<TimeProvider>(),
            client)
        : null;
}
