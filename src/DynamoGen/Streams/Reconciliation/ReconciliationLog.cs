using Microsoft.Extensions.Logging;

namespace DynamoGen.Streams.Reconciliation;

/// <summary>What is logged of a reconciliation: names and numbers, never a value.</summary>
internal static partial class ReconciliationLog
{
    [LoggerMessage(EventId = 30, Message = "Reconciliation {Reconciliation} compared {Compared} entries: {Drifted} had drifted, {Repaired} were repaired.")]
    public static partial void Reconciled(this ILogger logger, LogLevel level, string reconciliation, long compared, long drifted, long repaired);

    [LoggerMessage(31, LogLevel.Error, "Reconciliation {Reconciliation} failed: {Reason}. It runs again at its time.")]
    public static partial void ReconciliationFailed(this ILogger logger, string reconciliation, string reason);
}
