using DynamoGen.ItemKeys;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Caching.Hybrid;

namespace DynamoGen.Caching;

/// <summary>
/// Items that access patterns with <see cref="CachedAttribute"/> have read. An entry is used as long as its pattern says after it was read, and never where
/// this process has written the item since. A read beside which the item was written is answered and not kept, and an older state of an item
/// does not replace a newer one.
/// </summary>
internal sealed class ItemCache
{
    /// <summary>How long after a write a replica may lag behind, many times over.</summary>
    private static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, ItemKeyReader> _tables = [];
    private readonly string? _client;
    private readonly KeyStates _states;
    private readonly EntryStore _entries;
    private readonly DynamoGenTelemetry _telemetry;
    private readonly TimeProvider _timeProvider;

    /// <summary>Begins with what the cache has.</summary>
    /// <param name="cache">Keeps the entries.</param>
    /// <param name="patterns">All access patterns whose answers are cached.</param>
    /// <param name="options">Gives the tables their names.</param>
    /// <param name="telemetry">Counts hits, misses and what was refused.</param>
    /// <param name="timeProvider">Tells the age of entries.</param>
    /// <param name="client">The name of the client that reads the items, or null: two clients can have tables of one name.</param>
    public ItemCache(
        HybridCache cache,
        IEnumerable<AccessPattern> patterns,
        DynamoGenOptions options,
        DynamoGenTelemetry telemetry,
        TimeProvider timeProvider,
        string? client = null)
    {
        _client = client;
        var retention = LongestLag;
        foreach (var pattern in patterns)
        {
            _tables.TryAdd(options.TableName(pattern.Table), new ItemKeyReader(pattern.Table));
            retention = Expiration(pattern) > retention ? Expiration(pattern) : retention;
        }

        _entries = new EntryStore(cache, telemetry);
        _states = new KeyStates(retention, timeProvider);
        _telemetry = telemetry;
        _timeProvider = timeProvider;
    }

    /// <summary>What this process knows of keys.</summary>
    internal KeyStates States => _states;

    /// <summary>What finds the keys of a table's items, or null where no access pattern caches them.</summary>
    public ItemKeyReader? KeysOf(string tableName) => _tables.GetValueOrDefault(tableName);

    /// <summary>What an item is known by. Neither a table's name nor an ARN has the character that parts it from the client's name.</summary>
    public CacheKey KeyOf(string tableName, ItemKey key) => CacheKey.Of(_client is null ? tableName : $"{_client}@{tableName}", key);

    /// <summary>The item that a read may be answered with.</summary>
    /// <returns>The item's JSON, or null where DynamoDB is to be asked.</returns>
    public async ValueTask<ReadOnlyMemory<byte>?> FindAsync(AccessPattern pattern, string tableName, CacheKey key, CancellationToken cancellationToken)
    {
        var entry = await _entries.FindAsync(key, Expiration(pattern), cancellationToken).ConfigureAwait(false);
        var isFound = entry is not null && IsYoung(pattern, entry);
        if (isFound && !_states.Accepts(key, entry!))
        {
            _telemetry.CacheAnswered(CacheAnswer.StaleRefused, pattern, tableName);
            isFound = false;
        }

        _telemetry.CacheAnswered(isFound ? CacheAnswer.Hit : CacheAnswer.Miss, pattern, tableName);

        // A bare null would become empty memory, by way of an array.
        return isFound ? entry!.Item : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>Reads an item that the cache does not have, and keeps it. Who asks for it meanwhile waits for the same read.</summary>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="tableName">The table's name.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="read">Reads it from DynamoDB, strongly consistent or not; it is not ended by one of those who wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The item's JSON, or null where there is none.</returns>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(
        AccessPattern pattern, string tableName, CacheKey key, Func<bool, ValueTask<ReadOnlyMemory<byte>?>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (state, shared, isNew) = _states.BeginRead(key);
        if (isNew)
        {
            _ = RunAsync(pattern, tableName, state, shared, read);
        }

        return await shared.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins a write of items: what is read of them from now on until <see cref="EndWriteAsync"/> is not kept.</summary>
    public List<KeyState> BeginWrite(HashSet<CacheKey> keys)
    {
        var states = new List<KeyState>(keys.Count);
        foreach (var key in keys)
        {
            states.Add(_states.BeginWrite(key));
        }

        return states;
    }

    /// <summary>Ends a write: what the cache has of its items goes.</summary>
    /// <param name="states">What <see cref="BeginWrite"/> gave.</param>
    /// <param name="isUncertain">Whether the write may be applied later still, or not at all.</param>
    public Task EndWriteAsync(List<KeyState> states, bool isUncertain) => Task.WhenAll(states.Select(state => RemoveAsync(state, isUncertain)));

    private async Task RemoveAsync(KeyState state, bool isUncertain)
    {
        await state.Gate.WaitAsync().ConfigureAwait(false);
        try
        {
            await _entries.RemoveAsync(state.Key).ConfigureAwait(false);
        }
        finally
        {
            state.Gate.Release();
            _states.EndWrite(state, isUncertain);
        }
    }

    private async Task RunAsync(
        AccessPattern pattern, string tableName, KeyState state, SharedRead shared, Func<bool, ValueTask<ReadOnlyMemory<byte>?>> read)
    {
        try
        {
            var item = await read(shared.IsConsistent).ConfigureAwait(false);
            var newest = item is { } found ? await KeepAsync(pattern, tableName, state, shared, found).ConfigureAwait(false) : item;
            _states.EndRead(state, shared);
            shared.Succeeded(newest);
        }
        catch (Exception exception)
        {
            _states.EndRead(state, shared);
            shared.Failed(exception);
        }
    }

    /// <summary>Keeps an item, unless it was written meanwhile or the cache has a newer state of it, which is then the answer.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> KeepAsync(
        AccessPattern pattern, string tableName, KeyState state, SharedRead shared, ReadOnlyMemory<byte> item)
    {
        var stamp = ItemStamp.Of(item.Span, pattern.Cache!.Stamp);
        await state.Gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!_states.IsUndisturbed(state, shared))
            {
                _telemetry.CacheAnswered(CacheAnswer.StaleRefused, pattern, tableName);
                return item;
            }

            if (stamp is not null
                && await _entries.FindAsync(state.Key, Expiration(pattern), CancellationToken.None).ConfigureAwait(false) is { } present
                && present.Stamp > stamp
                && IsYoung(pattern, present)
                && _states.Accepts(state.Key, present))
            {
                _telemetry.CacheAnswered(CacheAnswer.StaleRefused, pattern, tableName);
                return present.Item;
            }

            var entry = CacheEntry.Write(state.Key, _states.Process, shared.Sequence, shared.StartedAt, stamp, item.Span);
            await _entries.SetAsync(state.Key, entry, Expiration(pattern)).ConfigureAwait(false);
            return item;
        }
        finally
        {
            state.Gate.Release();
        }
    }

    /// <summary>Whether an entry is younger than its pattern allows. A cache of two levels keeps it for longer than it is told.</summary>
    private bool IsYoung(AccessPattern pattern, CacheEntry entry) => _timeProvider.GetUtcNow() - entry.ReadAt < Expiration(pattern);

    private static TimeSpan Expiration(AccessPattern pattern) => TimeSpan.FromSeconds(pattern.Cache!.Seconds);
}
