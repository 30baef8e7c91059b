using DynamoGen.Telemetry;
using Microsoft.Extensions.Caching.Hybrid;

namespace DynamoGen.Caching;

/// <summary>
/// The cache as it is asked: by key alone, never by tags. Its failure is no failure of a read or a write, which DynamoDB answers: it is logged.
/// </summary>
internal sealed class EntryStore(HybridCache cache, DynamoGenTelemetry telemetry)
{
    /// <summary>What finds an entry and never makes one.</summary>
    private const HybridCacheEntryFlags FindOnly = HybridCacheEntryFlags.DisableUnderlyingData;

    public async ValueTask<CacheEntry?> FindAsync(CacheKey key, TimeSpan expiration, CancellationToken cancellationToken)
    {
        try
        {
            var options = new HybridCacheEntryOptions { Expiration = expiration, LocalCacheExpiration = expiration, Flags = FindOnly };
            var bytes = await cache.GetOrCreateAsync<object?, byte[]?>(
                key.Name, null, static (_, _) => default, options, cancellationToken: cancellationToken).ConfigureAwait(false);
            return bytes is null ? null : CacheEntry.Read(key, bytes);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            telemetry.Logger.CacheFailed("read", exception.GetType().FullName!);
            return null;
        }
    }

    public async ValueTask SetAsync(CacheKey key, byte[] entry, TimeSpan expiration)
    {
        try
        {
            var options = new HybridCacheEntryOptions { Expiration = expiration, LocalCacheExpiration = expiration };
            await cache.SetAsync(key.Name, entry, options).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            telemetry.Logger.CacheFailed("written", exception.GetType().FullName!);
        }
    }

    public async ValueTask RemoveAsync(CacheKey key)
    {
        try
        {
            await cache.RemoveAsync(key.Name).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            telemetry.Logger.CacheFailed("cleared of an item that was written", exception.GetType().FullName!);
        }
    }
}
