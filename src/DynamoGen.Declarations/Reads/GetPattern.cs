using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Declarations.Reads;

/// <summary>Gets one item by its primary key.</summary>
/// <param name="Signature">The method.</param>
/// <param name="Key">The primary key.</param>
/// <param name="Form">What the item becomes.</param>
/// <param name="IsConsistent">Whether the read is strongly consistent.</param>
/// <param name="Expiry">The property by which the item counts as gone, or null.</param>
/// <param name="IsAction">Whether nothing is sent, because the read is part of a transaction.</param>
internal sealed record GetPattern(
    PatternSignature Signature,
    KeyConditionModel Key,
    ItemForm Form,
    bool IsConsistent,
    ExpiryModel? Expiry,
    bool IsAction) : PatternModel(Signature)
{
    /// <summary>Whether it only tells whether there is an item.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Where its newest item is; null where it reads in the client's region.</summary>
    public NewestModel? Newest { get; init; }

    /// <summary>How its answers are cached; null where they are not.</summary>
    public CacheModel? Cache { get; init; }
}
