using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>The access patterns of one registered repository whose answers are cached.</summary>
/// <param name="Patterns">The access patterns.</param>
internal sealed record CachedPatterns(IReadOnlyList<AccessPattern> Patterns)
{
    /// <summary>All access patterns whose answers are cached.</summary>
    public static IReadOnlyList<AccessPattern> All(IServiceProvider provider) =>
        [.. provider.GetServices<CachedPatterns>().SelectMany(cached => cached.Patterns)];
}
