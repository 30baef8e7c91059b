using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace DynamoGen.Tests.Caching;

/// <summary>A second level that several processes share. It keeps what it has for ever, and can be made to fail.</summary>
internal sealed class SharedCache : IDistributedCache
{
    private readonly ConcurrentDictionary<string, byte[]> _entries = new();

    public bool Fails { get; set; }

    public IReadOnlyDictionary<string, byte[]> Entries => _entries;

    public byte[]? Get(string key) => Fails ? throw new TimeoutException() : _entries.GetValueOrDefault(key);

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) =>
        Fails ? Task.FromException<byte[]?>(new TimeoutException()) : Task.FromResult(Get(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => _entries[key] = Fails ? throw new TimeoutException() : value;

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        if (Fails)
        {
            return Task.FromException(new TimeoutException());
        }

        Set(key, value, options);
        return Task.CompletedTask;
    }

    public void Refresh(string key)
    {
    }

    public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

    public void Remove(string key) => _entries.TryRemove(key, out _);

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        if (Fails)
        {
            return Task.FromException(new TimeoutException());
        }

        Remove(key);
        return Task.CompletedTask;
    }
}
