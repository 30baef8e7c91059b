using System.Diagnostics;
using DynamoGen.Telemetry;

namespace Northwind.Tour;

/// <summary>Keeps the spans of access patterns, as a tracing backend would.</summary>
public sealed class CallRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Queue<Activity> _ended = new();

    public CallRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DynamoGenTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The calls that ended since this was last asked for.</summary>
    public IReadOnlyList<RecordedCall> TakeCalls()
    {
        var calls = _ended.Select(RecordedCall.Of).ToArray();
        _ended.Clear();
        return calls;
    }

    public void Dispose() => _listener.Dispose();
}
