using System.ComponentModel;

namespace DynamoGen.Schema;

/// <summary>How the answers of one access pattern are cached.</summary>
/// <param name="seconds">How many seconds after it was read from DynamoDB an item may still be returned.</param>
/// <param name="stamp">The attribute by which the later of two states of an item is known, or null where it has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CachePolicy(int seconds, string? stamp = null)
{
    /// <summary>How many seconds after it was read from DynamoDB an item may still be returned.</summary>
    public int Seconds { get; } = seconds;

    /// <summary>The attribute by which the later of two states of an item is known, or null where it has none.</summary>
    public string? Stamp { get; } = stamp;
}
