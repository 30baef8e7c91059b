using Amazon.DynamoDBv2;

namespace DynamoGen.Refusals;

/// <summary>Tells the refusal of an update that does not fit the stored item from other refusals of what is not valid, which have the same code.</summary>
internal static class UnfitUpdate
{
    private static readonly string[] Reasons =
    [
        "document path provided in the update expression is invalid",
        "refers to an attribute that does not exist in the item",
        "operand in the update expression has an incorrect data type",
    ];

    /// <summary>The exception, or null where the reason is another.</summary>
    public static UnfitUpdateException? Describe(string accessPattern, AmazonDynamoDBException exception) =>
        exception.ErrorCode == "ValidationException"
        && Array.Exists(Reasons, reason => exception.Message.Contains(reason, StringComparison.OrdinalIgnoreCase))
            ? new UnfitUpdateException(accessPattern, exception)
            : null;
}
