using Amazon.DynamoDBv2;

namespace DynamoGen;

/// <summary>
/// An item is larger than DynamoDB takes. Thrown before anything is sent where the item's bytes can be counted; where DynamoDB alone can tell, as of
/// an update or of many numbers, its refusal becomes the <see cref="Exception.InnerException"/>, whose message may carry values. Nothing was written.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">quotas in Amazon DynamoDB</see>.</remarks>
public sealed class ItemTooLargeException : DynamoGenException
{
    /// <summary>Creates the exception for an item that was not sent.</summary>
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

    /// <summary>Creates the exception for an item that DynamoDB refused.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="limit">The largest size in bytes.</param>
    /// <param name="innerException">The SDK's exception.</param>
    public ItemTooLargeException(string accessPattern, int limit, AmazonDynamoDBException innerException)
        : base(
            FormattableString.Invariant(
                $"{accessPattern} wrote nothing, because DynamoDB counts more than {limit:N0} bytes for the item, which is the most it takes."),
            innerException)
    {
        AccessPattern = accessPattern;
        Limit = limit;
    }

    /// <summary>The entity being written, or null where DynamoDB refused the item.</summary>
    public string? Entity { get; }

    /// <summary>The access pattern that was refused, or null where nothing was sent.</summary>
    public string? AccessPattern { get; }

    /// <summary>
    /// The item's size in bytes, as DynamoDB counts: see <see cref="Serialization.ItemSize"/>. Null where DynamoDB refused the item, for it does not say.
    /// </summary>
    public int? Size { get; }

    /// <summary>The largest size in bytes.</summary>
    public int Limit { get; }
}
