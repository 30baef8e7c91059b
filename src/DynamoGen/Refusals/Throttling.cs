using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Refusals;

/// <summary>Tells throttling from other errors, and why DynamoDB throttled.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/throttling-diagnosing.html">diagnosing throttling</see>.</remarks>
internal static class Throttling
{
    public static bool Is(Exception exception) => exception
        is ProvisionedThroughputExceededException
        or ThrottlingException
        or RequestLimitExceededException;

    /// <summary>The first reason that DynamoDB gave, such as <c>TableReadProvisionedThroughputExceeded</c>, or null.</summary>
    public static string? Reason(Exception exception) => First(exception)?.Reason;

    /// <summary>The first reason that DynamoDB gave, with the table or index that it concerns, or null.</summary>
    public static ThrottlingReason? First(Exception exception)
    {
        var reasons = exception switch
        {
            ProvisionedThroughputExceededException exceeded => exceeded.ThrottlingReasons,
            ThrottlingException throttled => throttled.ThrottlingReasons,
            RequestLimitExceededException limited => limited.ThrottlingReasons,
            _ => null,
        };
        return reasons is [var first, ..] ? first : null;
    }
}
