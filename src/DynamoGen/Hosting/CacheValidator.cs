using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoGen.Hosting;

/// <summary>Finds at the start that access patterns are to be cached and there is no cache.</summary>
internal sealed class CacheValidator(IServiceProvider provider) : IValidateOptions<DynamoGenOptions>
{
    public ValidateOptionsResult Validate(string? name, DynamoGenOptions options) =>
        CachedPatterns.All(provider, string.IsNullOrEmpty(name) ? null : name) is { Count: > 0 } patterns && provider.GetService<HybridCache>() is null
            ? ValidateOptionsResult.Fail(
                $"{string.Join(", ", patterns.Select(pattern => pattern.Name))}: marked with [Cached], but no HybridCache is registered. "
                + "Add the package Microsoft.Extensions.Caching.Hybrid and call services.AddHybridCache().")
            : ValidateOptionsResult.Success;
}
