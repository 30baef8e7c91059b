using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Refusals;

/// <summary>Turns the SDK's exceptions that a program can act on into DynamoGen's own; every other one stays as it is.</summary>
internal static class RefusedRequest
{
    /// <summary>DynamoGen's exception for one of the SDK's, or null where there is none.</summary>
    public static DynamoGenException? Describe(string accessPattern, AmazonDynamoDBException exception) => exception switch
    {
        ConditionalCheckFailedException failed => new ConditionFailedException(accessPattern, failed),
        TransactionConflictException or TransactionInProgressException => new ConflictException(accessPattern, exception),
        _ when Throttling.Is(exception) => Throttled(accessPattern, exception),
        _ => (DynamoGenException?)ItemTooLarge.Describe(accessPattern, exception) ?? UnfitUpdate.Describe(accessPattern, exception),
    };

    private static ThrottledException Throttled(string accessPattern, AmazonDynamoDBException exception)
    {
        var first = Throttling.First(exception);
        return new ThrottledException(accessPattern, first?.Reason, first?.Resource, exception);
    }
}
