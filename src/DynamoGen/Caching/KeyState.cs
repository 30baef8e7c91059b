namespace DynamoGen.Caching;

/// <summary>One key that is being read or written, or that this process wrote a short time ago. Its owner's lock guards all but the gate.</summary>
internal sealed class KeyState(CacheKey key)
{
    public CacheKey Key => key;

    /// <summary>Lets entries into the cache and out of it one at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>How many reads and writes are under way.</summary>
    public int Users { get; set; }

    /// <summary>How many of them are writes.</summary>
    public int Writers { get; set; }

    /// <summary>How many writes have begun: one that begins during a read makes its answer unfit for the cache.</summary>
    public long WritesBegun { get; set; }

    /// <summary>The number of the last write that ended, among those of the whole process; 0 where none has.</summary>
    public long WrittenSequence { get; set; }

    /// <summary>Until when the last write counts as recent.</summary>
    public DateTimeOffset RecentUntil { get; set; }

    /// <summary>Until when a write whose outcome is unknown may still be applied.</summary>
    public DateTimeOffset UncertainUntil { get; set; }

    /// <summary>The read under way that others may join.</summary>
    public SharedRead? Read { get; set; }
}
