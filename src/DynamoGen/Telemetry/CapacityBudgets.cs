using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoGen.Schema;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Telemetry;

/// <summary>
/// Tells calls that consumed more than their access pattern's budget: by a counter each, and by the log at most once an hour for each pattern.
/// </summary>
internal sealed class CapacityBudgets(Meter meter, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private readonly Counter<long> _exceeded = meter.CreateCounter<long>(
        "dynamogen.client.budget_exceeded", "{call}", "Calls that consumed more capacity than the budget of their access pattern.");

    /// <summary>
    /// When each access pattern was logged last, as a timestamp in a box; there are no more of them than budgets in the code. A dictionary of references is in
    /// every native program already.
    /// </summary>
    private readonly ConcurrentDictionary<string, object> _logged = new();

    /// <summary>Whether somebody wants to know of calls that are over their budgets, beside the log.</summary>
    public bool IsObserved => _exceeded.Enabled;

    /// <summary>Whether what a call came to is over its budget. That of a write is for each item.</summary>
    public static bool IsOver(AccessPattern pattern, in CallTotals totals) => pattern.CapacityBudget is { } budget && Compared(pattern, totals) > budget;

    /// <summary>Tells of a call that ended, if it is over its budget.</summary>
    public void Ended(AccessPattern pattern, string tableName, in CallTotals totals)
    {
        if (!IsOver(pattern, totals))
        {
            return;
        }

        if (_exceeded.Enabled)
        {
            _exceeded.Add(1, Tags(pattern, tableName));
        }

        if (logger.IsEnabled(LogLevel.Warning) && IsDue(pattern.Name))
        {
            logger.BudgetExceeded(pattern.Name, tableName, Compared(pattern, totals), pattern.CapacityBudget!.Value);
        }
    }

    private static double Compared(AccessPattern pattern, in CallTotals totals) =>
        pattern.Operation == DynamoOperation.BatchWriteItem ? totals.CapacityUnits / Math.Max(1, totals.Items) : totals.CapacityUnits;

    private static TagList Tags(AccessPattern pattern, string tableName)
    {
        var tags = new TagList
        {
            { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
            { TelemetryAttributes.Operation, OperationNames.Of(pattern.Operation) },
            { TelemetryAttributes.Collection, tableName },
            { TelemetryAttributes.AccessPattern, pattern.Name },
        };
        if (pattern.Index is { } index)
        {
            tags.Add(TelemetryAttributes.IndexName, index);
        }

        return tags;
    }

    /// <summary>Whether an access pattern may be logged again; of several callers at once one is told so.</summary>
    private bool IsDue(string accessPattern)
    {
        var now = timeProvider.GetTimestamp();
        return _logged.TryGetValue(accessPattern, out var last)
            ? timeProvider.GetElapsedTime((long)last, now) >= Silence && _logged.TryUpdate(accessPattern, now, last)
            : _logged.TryAdd(accessPattern, now);
    }
}
