using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>
/// An update met an item of an older version of its entity, which it could not bring up to date by itself; nothing was written. Read the item and put or
/// replace it, which stores it in the current version, and send the update again.
/// </summary>
/// <remarks>
/// An update brings an item up to date by itself, in one conditional write, unless it changes a unique value, is an action of a transaction, or meets more
/// writers than it has patience for.
/// </remarks>
public sealed class OutdatedItemException : RequestRefusedException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="found">The version of the stored item.</param>
    /// <param name="current">The current version of the entity.</param>
    /// <param name="innerException">The SDK's exception.</param>
    public OutdatedItemException(string accessPattern, int found, int current, AmazonDynamoDBException? innerException = null)
        : base(
            accessPattern,
            FormattableString.Invariant(
                $"{accessPattern} wrote nothing, because the stored item has version {found} of its entity, and the update is of version {current}."),
            innerException)
    {
        Found = found;
        Current = current;
    }

    /// <summary>The version of the stored item.</summary>
    public int Found { get; }

    /// <summary>The current version of the entity.</summary>
    public int Current { get; }
}
