using Microsoft.Extensions.Logging;

namespace DynamoGen.Telemetry;

/// <summary>What is logged of an access pattern: names and numbers, never a key's or attribute's value.</summary>
internal static partial class AccessPatternLog
{
    [LoggerMessage(1, LogLevel.Debug, "{AccessPattern} on table {Table}: {Items} items for {CapacityUnits} capacity units in {Milliseconds} ms.")]
    public static partial void Completed(
        this ILogger logger, string accessPattern, string table, long items, double capacityUnits, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{AccessPattern} on table {Table} was throttled at request {Request}: {Reason}, after {Milliseconds} ms.")]
    public static partial void Throttled(
        this ILogger logger, string accessPattern, string table, string reason, int request, double milliseconds);

    [LoggerMessage(EventId = 3, Message = "{AccessPattern} on table {Table} failed at request {Request}: {ErrorType}, after {Milliseconds} ms.")]
    public static partial void Failed(
        this ILogger logger, LogLevel level, string accessPattern, string table, string errorType, int request, double milliseconds);

    [LoggerMessage(4, LogLevel.Debug, "{AccessPattern} on table {Table} was cancelled after {Milliseconds} ms.")]
    public static partial void Cancelled(this ILogger logger, string accessPattern, string table, double milliseconds);

    [LoggerMessage(5, LogLevel.Warning, "The cache could not be {Operation}: {ErrorType}. DynamoDB answers; what the cache keeps ends with its time.")]
    public static partial void CacheFailed(this ILogger logger, string operation, string errorType);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "{AccessPattern} on table {Table} took {CapacityUnits} capacity units, over its budget of {Budget}. "
        + "It is logged at most once an hour; every call is counted.")]
    public static partial void BudgetExceeded(this ILogger logger, string accessPattern, string table, double capacityUnits, double budget);

    [LoggerMessage(6, LogLevel.Warning, "Embedded metrics could not be written, and are lost: {ErrorType}.")]
    public static partial void MetricsNotWritten(this ILogger logger, string errorType);
}
