using DynamoGen.Caching;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>The one cache of all repositories and transactions; none where nothing is cached.</summary>
/// <param name="provider">Has the repositories and the cache.</param>
internal sealed class RegisteredCache(IServiceProvider provider)
{
    public ItemCache? Items { get; } = CachedPatterns.All(provider) is { Count: > 0 } patterns
        ? new ItemCache(
            provider.GetRequiredService<HybridCache>(),
            patterns,
            provider.GetRequiredService<DynamoGenOptions>(),
            provider.GetRequiredService<DynamoGenTelemetry>(),
            provider.GetRequiredService<TimeProvider>())
        : null;
}
