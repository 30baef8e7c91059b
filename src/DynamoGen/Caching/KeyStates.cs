using System.Collections.Concurrent;

namespace DynamoGen.Caching;

/// <summary>
/// What this process knows of keys beside the cache: reads and writes under way, and its own recent writes, which no entry that is older may hide. It is
/// bounded: what was forgotten early counts for all keys instead.
/// </summary>
/// <param name="retention">How long a write is recent: at least as long as any entry may be used.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class KeyStates(TimeSpan retention, TimeProvider timeProvider)
{
    /// <summary>The most recent writes that are remembered each for itself.</summary>
    internal const int MaxRecent = 32_768;

    /// <summary>How long a write without an answer may still be under way.</summary>
    private static readonly TimeSpan Uncertainty = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, KeyState> _states = new(StringComparer.Ordinal);
    private readonly Queue<(KeyState State, DateTimeOffset Until)> _recent = new();
    private readonly Lock _lock = new();
    private long _sequence;
    private long _forgottenSequence;
    private DateTimeOffset _forgottenUntil;

    /// <summary>This process, among those that share a cache.</summary>
    public long Process { get; } = Random.Shared.NextInt64();

    /// <summary>How many states are kept.</summary>
    internal int Count => _states.Count;

    /// <summary>Whether an entry may be returned: it is not older than what this process wrote.</summary>
    public bool Accepts(CacheKey key, CacheEntry entry)
    {
        if (Volatile.Read(ref _forgottenSequence) == 0 && !_states.ContainsKey(key.Text))
        {
            return true;
        }

        lock (_lock)
        {
            var needed = NeededSequence(key, timeProvider.GetUtcNow());
            return needed == 0 || (entry.Process == Process && entry.Sequence >= needed);
        }
    }

    /// <summary>Begins a read, or joins one that began after the last write of the key.</summary>
    /// <returns>The state, the read, and whether the caller is to send it.</returns>
    public (KeyState State, SharedRead Read, bool IsNew) BeginRead(CacheKey key)
    {
        lock (_lock)
        {
            var now = timeProvider.GetUtcNow();
            Forget(now);
            var state = Use(key);
            var needed = NeededSequence(key, now);
            if (state.Read is { } running && running.Sequence >= needed)
            {
                state.Users--;
                return (state, running, IsNew: false);
            }

            var isCacheable = state.Writers == 0 && now >= state.UncertainUntil;
            var read = new SharedRead(_sequence, state.WritesBegun, isCacheable, isConsistent: needed > 0, now);
            state.Read = read;
            return (state, read, IsNew: true);
        }
    }

    /// <summary>Whether the answer of a read may be cached: no write of its key was under way between its beginning and now.</summary>
    public bool IsUndisturbed(KeyState state, SharedRead read)
    {
        lock (_lock)
        {
            return read.IsCacheable && state.WritesBegun == read.WritesBegun;
        }
    }

    public void EndRead(KeyState state, SharedRead read)
    {
        lock (_lock)
        {
            if (state.Read == read)
            {
                state.Read = null;
            }

            Leave(state);
        }
    }

    /// <summary>Begins a write of a key: from now on, no read that is under way is cached.</summary>
    public KeyState BeginWrite(CacheKey key)
    {
        lock (_lock)
        {
            var state = Use(key);
            state.Writers++;
            state.WritesBegun++;
            return state;
        }
    }

    /// <summary>Ends a write: from now on, no entry and no read counts that is from before.</summary>
    /// <param name="state">The key.</param>
    /// <param name="isUncertain">Whether the write may be applied later still, or not at all.</param>
    public void EndWrite(KeyState state, bool isUncertain)
    {
        lock (_lock)
        {
            var now = timeProvider.GetUtcNow();
            state.Writers--;
            state.WrittenSequence = ++_sequence;
            state.RecentUntil = now + retention;
            if (isUncertain)
            {
                state.UncertainUntil = now + Uncertainty;
            }

            _recent.Enqueue((state, state.RecentUntil));
            Forget(now);
            Leave(state);
        }
    }

    private KeyState Use(CacheKey key)
    {
        var state = _states.GetOrAdd(key.Text, static (_, key) => new KeyState(key), key);
        state.Users++;
        return state;
    }

    private void Leave(KeyState state)
    {
        state.Users--;
        RemoveIfUnused(state, timeProvider.GetUtcNow());
    }

    private void RemoveIfUnused(KeyState state, DateTimeOffset now)
    {
        if (state.Users == 0 && state.RecentUntil <= now)
        {
            _states.TryRemove(KeyValuePair.Create(state.Key.Text, state));
        }
    }

    /// <summary>The number of the write that an answer for the key must come after; 0 where there is none.</summary>
    private long NeededSequence(CacheKey key, DateTimeOffset now)
    {
        var forgotten = now < _forgottenUntil ? _forgottenSequence : 0;
        var known = _states.TryGetValue(key.Text, out var state) && now < state.RecentUntil ? state.WrittenSequence : 0;
        return Math.Max(forgotten, known);
    }

    /// <summary>Forgets the writes that are no longer recent, and the oldest of too many.</summary>
    private void Forget(DateTimeOffset now)
    {
        while (_recent.TryPeek(out var oldest) && (oldest.Until <= now || _recent.Count > MaxRecent))
        {
            _recent.Dequeue();
            if (oldest.Until > now && oldest.State.RecentUntil == oldest.Until)
            {
                Volatile.Write(ref _forgottenSequence, Math.Max(_forgottenSequence, oldest.State.WrittenSequence));
                _forgottenUntil = oldest.Until;
                oldest.State.RecentUntil = now;
            }

            RemoveIfUnused(oldest.State, now);
        }
    }
}
