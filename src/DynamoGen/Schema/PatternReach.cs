using System.ComponentModel;

namespace DynamoGen.Schema;

/// <summary>Which partition keys an access pattern can name, as far as the key templates fix them. Policies of access are made of it.</summary>
/// <param name="beginning">What every partition key begins with; null where the template begins with a value, or the key is no text.</param>
/// <param name="isWhole">Whether that is the whole key.</param>
/// <param name="uniqueBeginnings">What the partition keys of the markers begin with that stand for unique values and are written beside the item.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PatternReach(string? beginning, bool isWhole, params string[] uniqueBeginnings)
{
    /// <summary>What every partition key begins with; null where the template begins with a value, or the key is no text.</summary>
    public string? Beginning { get; } = beginning;

    /// <summary>Whether that is the whole key.</summary>
    public bool IsWhole { get; } = isWhole;

    /// <summary>What the partition keys of the markers begin with that stand for unique values and are written beside the item.</summary>
    public IReadOnlyList<string> UniqueBeginnings { get; } = uniqueBeginnings;
}
