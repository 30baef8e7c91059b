namespace DynamoGen;

/// <summary>What became of a write, where its method returns this rather than throwing a <see cref="ConditionFailedException"/> for what is ordinary.</summary>
public enum WriteOutcome
{
    /// <summary>The item was written.</summary>
    Written,

    /// <summary>Nothing was written: a condition that the access pattern itself declares does not hold.</summary>
    ConditionFailed,

    /// <summary>Nothing was written: there is no item, and the write needs one.</summary>
    NotFound,

    /// <summary>Nothing was written: there is an item, and the write creates one.</summary>
    AlreadyExists,

    /// <summary>Nothing was written: the item has expired, although DynamoDB has not deleted it yet, and the write needs one.</summary>
    Expired,

    /// <summary>Nothing was written: the item was written since it was read.</summary>
    StaleLock,

    /// <summary>Nothing was written: a value that must be one item's alone is another item's.</summary>
    NotUnique,
}
