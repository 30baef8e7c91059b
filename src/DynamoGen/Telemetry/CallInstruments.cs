using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DynamoGen.Telemetry;

/// <summary>The instruments of whole calls, over as many requests as each takes.</summary>
internal sealed class CallInstruments
{
    private readonly Histogram<double> _duration;
    private readonly Histogram<long> _returnedItems;
    private readonly Histogram<long> _scannedItems;
    private readonly Histogram<double> _consumedCapacity;
    private readonly Histogram<int> _requests;
    private readonly Counter<long> _conditionFailures;

    public CallInstruments(Meter meter)
    {
        _duration = meter.CreateHistogram(
            "db.client.operation.duration",
            "s",
            "Duration of access patterns, without the time between the pages that the caller takes.",
            advice: Boundaries([0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]));
        _returnedItems = meter.CreateHistogram(
            "db.client.response.returned_rows", "{row}", "Items that an access pattern returned.", advice: Boundaries(Rows));
        _scannedItems = meter.CreateHistogram(
            "dynamogen.client.scanned_rows",
            "{row}",
            "Items that DynamoDB read for an access pattern, those that a filter left out among them.",
            advice: Boundaries(Rows));
        _consumedCapacity = meter.CreateHistogram(
            "dynamogen.client.consumed_capacity",
            "{capacity_unit}",
            "Capacity units that an access pattern consumed.",
            advice: Boundaries([0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]));
        _requests = meter.CreateHistogram(
            "dynamogen.client.requests", "{request}", "Requests, one for each page, that an access pattern took.", advice: Boundaries([1, 2, 3, 5, 10, 20, 50, 100]));
        _conditionFailures = meter.CreateCounter<long>(
            "dynamogen.client.condition_failures", "{call}", "Calls that wrote nothing, because a condition did not hold.");
    }

    /// <summary>Whether somebody wants to know of calls.</summary>
    public bool IsObserved =>
        _duration.Enabled || _returnedItems.Enabled || _scannedItems.Enabled || _consumedCapacity.Enabled || _requests.Enabled || _conditionFailures.Enabled;

    private static IReadOnlyList<long> Rows => [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];

    /// <summary>Records one ended call.</summary>
    public void Record(in TagList tags, TimeSpan duration, in CallTotals totals)
    {
        _duration.Record(duration.TotalSeconds, tags);
        _consumedCapacity.Record(totals.CapacityUnits, tags);
        _requests.Record(totals.Requests, tags);
        if (totals.IsRead)
        {
            _returnedItems.Record(totals.Items, tags);
        }

        if (totals.Scanned is { } scanned)
        {
            _scannedItems.Record(scanned, tags);
        }
    }

    /// <summary>Counts a call whose condition did not hold.</summary>
    public void ConditionFailed(in TagList tags) => _conditionFailures.Add(1, tags);

    private static InstrumentAdvice<T> Boundaries<T>(IReadOnlyList<T> boundaries)
        where T : struct => new() { HistogramBucketBoundaries = boundaries };
}
