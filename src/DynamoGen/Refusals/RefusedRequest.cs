using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Refusals;

/// <summary>Turns the SDK's exceptions that a program can act on into DynamoGen's own; every other one stays as it is.</summary>
internal static class RefusedRequest
{
    /// <summary>DynamoGen's exception for one of the SDK's, or null where there is none.</summary>
    /// <param name="accessPattern">The access pattern's name.</param>
    /// <param name="tableName">The table's name, or those of several.</param>
    /// <param name="exception">The SDK's exception.</param>
    public static DynamoGenException? Describe(string accessPattern, string tableName, AmazonDynamoDBException exception) => exception switch
    {
        ResourceNotFoundException => new TableNotFoundException(accessPattern, tableName, exception),
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
