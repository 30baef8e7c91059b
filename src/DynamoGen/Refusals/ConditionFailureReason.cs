namespace DynamoGen;

/// <summary>Why the condition of a write does not hold, as far as the stored item shows it.</summary>
public enum ConditionFailureReason
{
    /// <summary>A condition that the access pattern itself declares does not hold.</summary>
    Condition,

    /// <summary>There is no item, and the write needs one.</summary>
    NotFound,

    /// <summary>There is an item, and the write creates one.</summary>
    AlreadyExists,

    /// <summary>The item has expired, although DynamoDB has not deleted it yet, and the write needs one.</summary>
    Expired,

    /// <summary>The item was written since it was read: its <see cref="OptimisticLockAttribute"/> has another count.</summary>
    StaleLock,

    /// <summary>
    /// The item was written by a region that has taken over the writes, and the process of this write had not heard of it: the item's
    /// <see cref="WriterEpochAttribute"/> is newer than that of the write.
    /// </summary>
    StaleWriter,
}
