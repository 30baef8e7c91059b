using System.Collections.Concurrent;
using System.Diagnostics;
using DynamoGen.Telemetry;

namespace Northwind.Tour;

/// <summary>Keeps the spans of the access patterns that its maker calls, as a tracing backend keeps those of one trace.</summary>
public sealed class CallRecorder : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Activity _trace = new("tour");
    private readonly ConcurrentQueue<Activity> _ended = new();

    public CallRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DynamoGenTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_listener);
        _trace.Start();
    }

    /// <summary>The calls that ended since this was last asked for.</summary>
    public IReadOnlyList<RecordedCall> TakeCalls()
    {
        var calls = new List<RecordedCall>();
        while (_ended.TryDequeue(out var ended))
        {
            calls.Add(RecordedCall.Of(ended));
        }

        return calls;
    }

    public void Dispose()
    {
        _trace.Dispose();
        _listener.Dispose();
    }

    /// <summary>A listener hears of every span in the process: also of those that others make at the same time, and of each request below its call.</summary>
    private void Keep(Activity ended)
    {
        if (ended.TraceId == _trace.TraceId && ended.Kind == ActivityKind.Internal)
        {
            _ended.Enqueue(ended);
        }
    }
}
