namespace DynamoGen.Telemetry.HotKeys;

/// <summary>How the partition keys are found that consume the most.</summary>
public sealed class HotKeyOptions
{
    /// <summary>
    /// How many partition keys of each table and index are counted at the same time, at least 1; each takes some 150 bytes. With k of them, every key that
    /// consumed more than 1/k of all units is found, and its units are told no more than 1/k of all too high. Default: 1,000.
    /// </summary>
    public int Counters { get; set; } = 1000;

    /// <summary>
    /// Whether a report shows the keys themselves. They are data, and may be personal: by default a report shows a hash, by which a key that is known can be
    /// recognised. No metric, span or log line shows either.
    /// </summary>
    public bool ShowKeys { get; set; }

    /// <summary>
    /// What the hash is seeded with; the same for all processes whose reports are to be compared. Null for a random number, which is forgotten with the process. The
    /// hash (XxHash128) is no cipher: who knows the seed can try keys.
    /// </summary>
    public long? Secret { get; set; }
}
