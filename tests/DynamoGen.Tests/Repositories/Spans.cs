using System.Collections.Concurrent;
using System.Diagnostics;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Telemetry;

namespace DynamoGen.Tests.Repositories;

/// <summary>Keeps the spans of one access pattern that end in this flow of execution.</summary>
internal sealed class Spans : IDisposable
{
    private static readonly AsyncLocal<Spans?> Current = new();

    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = new();

    public Spans(string accessPattern)
    {
        Current.Value = this;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DynamoGenTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.DisplayName == accessPattern && Current.Value == this)
                {
                    _ended.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<(int Requests, long Items, double CapacityUnits, Activity Span)> Ended =>
        [.. _ended.Select(span => (
            (int)span.GetTagItem("dynamogen.requests")!,
            (long)(span.GetTagItem("db.response.returned_rows") ?? 0L),
            ConsumedUnits.Of(span),
            span))];

    public void Dispose() => _listener.Dispose();
}
