using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace DynamoGen.Refusals;

/// <summary>Tells the refusal of an item that is too large from other refusals of what is not valid, which have the same code.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">error handling with DynamoDB</see>.
/// </remarks>
internal static class ItemTooLarge
{
    /// <summary>The exception for a request that was refused as a whole, or null where the reason is another.</summary>
    public static ItemTooLargeException? Describe(string accessPattern, AmazonDynamoDBException exception) =>
        exception.ErrorCode == "ValidationException" && Says(exception.Message) ? new(accessPattern, ItemSize.MaxBytes, exception) : null;

    /// <summary>Whether the reason of one action of a transaction is that its item is too large.</summary>
    public static bool Is(CancellationReason reason) => reason.Code == "ValidationError" && Says(reason.Message);

    /// <summary>A put says "Item size has exceeded …", an update "Item size to update has exceeded …".</summary>
    private static bool Says(string? message) => message is not null
        && message.Contains("Item size", StringComparison.OrdinalIgnoreCase)
        && message.Contains("exceeded the maximum allowed size", StringComparison.OrdinalIgnoreCase);
}
