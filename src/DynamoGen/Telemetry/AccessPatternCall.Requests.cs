using System.Diagnostics;

namespace DynamoGen.Telemetry;

/// <content>The requests of a call: their spans, and the clock that runs while at least one is in flight.</content>
internal sealed partial class AccessPatternCall
{
    /// <summary>Starts the span of a request, below the call's own; null where nobody listens.</summary>
    private Activity? StartRequest(string tableName, ReadOnlySpan<byte> request)
    {
        if (_activity is null)
        {
            return null;
        }

        var operation = OperationNames.Of(_pattern!.Operation);
        var caller = Activity.Current;
        var span = _telemetry!.Source.StartActivity($"{operation} {tableName}", ActivityKind.Client, _activity.Context, DynamoGenTelemetry.SpanTags(_pattern, _tableNames));
        Activity.Current = caller;
        if (span is { IsAllDataRequested: true })
        {
            RequestDetails.Describe(span, request);
        }

        return span;
    }

    private void Activated(DynamoGenTelemetry telemetry)
    {
        lock (_lock)
        {
            if (_activations++ == 0)
            {
                _inFlightSince = telemetry.TimeProvider.GetTimestamp();
            }
        }
    }

    private void Deactivated(DynamoGenTelemetry telemetry)
    {
        lock (_lock)
        {
            if (--_activations == 0)
            {
                _inFlight += telemetry.TimeProvider.GetElapsedTime(_inFlightSince);
            }
        }
    }

    /// <summary>The time in which a request of the call is in flight.</summary>
    internal readonly struct ActivationScope : IDisposable
    {
        private readonly AccessPatternCall _call;
        private readonly Activity? _caller;
        private readonly bool _isCurrent;

        internal ActivationScope(AccessPatternCall call, Activity? activity)
        {
            _call = call;
            if (call._telemetry is { } telemetry)
            {
                call.Activated(telemetry);
            }

            if (activity is not null)
            {
                _isCurrent = true;
                _caller = Activity.Current;
                Activity.Current = activity;
            }
        }

        public void Dispose()
        {
            if (_call._telemetry is { } telemetry)
            {
                _call.Deactivated(telemetry);
            }

            if (_isCurrent)
            {
                Activity.Current = _caller;
            }
        }
    }
}
