namespace DynamoGen;

/// <summary>An item is larger than DynamoDB takes. Thrown before anything is sent.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas in Amazon DynamoDB</see>.</remarks>
public sealed class ItemTooLargeException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="entity">The entity being written.</param>
    /// <param name="size">The item's size in bytes, as DynamoDB counts.</param>
    /// <param name="limit">The largest size in bytes.</param>
    public ItemTooLargeException(string entity, int size, int limit)
        : base(FormattableString.Invariant($"An item of entity '{entity}' has {size:N0} bytes; DynamoDB takes {limit:N0} at most."))
    {
        Entity = entity;
        Size = size;
        Limit = limit;
    }

    /// <summary>The entity being written.</summary>
    public string Entity { get; }

    /// <summary>The item's size in bytes, as DynamoDB counts: see <see cref="Serialization.ItemSize"/>.</summary>
    public int Size { get; }

    /// <summary>The largest size in bytes.</summary>
    public int Limit { get; }
}
