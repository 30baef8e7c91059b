using System.Diagnostics;
using DynamoGen.Telemetry;

namespace DynamoGen.Tests.Telemetry;

/// <summary>The spans that one telemetry object ended.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly List<Activity> _ended = [];

    public Spans(DynamoGenTelemetry telemetry)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => ReferenceEquals(source, telemetry.Source),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Ended => _ended;

    public void Dispose() => _listener.Dispose();
}
