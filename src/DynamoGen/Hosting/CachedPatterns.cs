using DynamoGen.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>The access patterns of one registered repository whose answers are cached.</summary>
/// <param name="Patterns">The access patterns.</param>
/// <param name="Client">The name of the repository's client, or null.</param>
internal sealed record CachedPatterns(IReadOnlyList<AccessPattern> Patterns, string? Client)
{
    /// <summary>All access patterns of a client whose answers are cached.</summary>
    public static IReadOnlyList<AccessPattern> All(IServiceProvider provider, string? client) =>
        [.. provider.GetServices<CachedPatterns>().Where(cached => cached.Client == client).SelectMany(cached => cached.Patterns)];
}
