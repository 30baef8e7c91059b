namespace DynamoGen;

/// <summary>Why an action made its transaction fail.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html">CancellationReason</see>.</remarks>
public enum TransactionFailureReason
{
    /// <summary>A reason that this build does not know; the SDK's exception has its code.</summary>
    Unknown,

    /// <summary>The action's condition does not hold for the stored item.</summary>
    ConditionFailed,

    /// <summary>Another transaction or write is at work on the item.</summary>
    Conflict,

    /// <summary>The table's or index's capacity did not suffice, or it is being scaled.</summary>
    Throttled,

    /// <summary>The item collection would exceed 10 GB, on a table with a local secondary index.</summary>
    ItemCollectionTooLarge,

    /// <summary>The action is not valid for the stored item: an update, for one, does not fit an attribute's type.</summary>
    Invalid,

    /// <summary>A value that must be one item's alone is another item's already; see <see cref="UniqueAttribute"/>.</summary>
    NotUnique,

    /// <summary>The item would exceed 400 KB. Where that is the only reason, <see cref="ItemTooLargeException"/> is thrown instead.</summary>
    ItemTooLarge,

    /// <summary>An update met an item of an older version of its entity; read it and put or replace it, which brings it up to date.</summary>
    OutdatedItem,

    /// <summary>An update met an item of a newer version of its entity than this build knows.</summary>
    UnknownVersion,
}
