using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Telemetry;

/// <summary>How a call ended that did not do what it might have done, without a fault: the caller asked for it to end so.</summary>
internal static class CallOutcome
{
    private const string ConditionFailed = "condition_failed";
    private const string Cancelled = "cancelled";
    private const string InvalidCursor = "invalid_cursor";

    /// <summary>The outcome that an exception stands for; null where it is an error.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        OperationCanceledException => Cancelled,
        InvalidCursorException => InvalidCursor,
        _ => IsFailedCondition(exception) ? ConditionFailed : null,
    };

    /// <summary>Whether conditions alone are why nothing was written.</summary>
    public static bool IsFailedCondition(Exception exception) =>
        exception is ConditionalCheckFailedException
        || (exception is TransactionCanceledException { CancellationReasons: { Count: > 0 } reasons }
            && reasons.TrueForAll(reason => reason.Code is "None" or "ConditionalCheckFailed"));
}
