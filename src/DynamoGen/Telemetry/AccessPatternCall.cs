using System.Diagnostics;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Refusals;
using DynamoGen.Schema;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Telemetry;

/// <summary>
/// One call of an access pattern, over as many requests (pages) as it takes: one span, and its metrics once.
/// Several requests may be in flight at once, as for a key that is spread over shards; the clock runs while at least one is.
/// </summary>
internal sealed class AccessPatternCall : IDisposable
{
    /// <summary>The call that nobody listens to: it records nothing and can be shared.</summary>
    internal static readonly AccessPatternCall Unobserved = new();

    private readonly DynamoGenTelemetry? _telemetry;
    private readonly AccessPattern? _pattern;
    private readonly string[] _tableNames = [];
    private readonly Activity? _activity;
    private readonly long _started;
    private readonly Lock _lock = new();
    private TimeSpan _inFlight;
    private long _inFlightSince;
    private int _activations;
    private int _requests;
    private long _items;
    private double _capacityUnits;
    private string? _errorType;
    private bool _ended;

    internal AccessPatternCall(DynamoGenTelemetry telemetry, AccessPattern pattern, string[] tableNames, Activity? activity)
    {
        _telemetry = telemetry;
        _pattern = pattern;
        _tableNames = tableNames;
        _activity = activity;
        _started = telemetry.TimeProvider.GetTimestamp();
    }

    private AccessPatternCall()
    {
    }

    /// <summary>Makes the span current and lets the clock run, until the result is disposed.</summary>
    public ActivationScope Activate() => new(this);

    /// <summary>Counts a request that is sent.</summary>
    public void RequestSent()
    {
        if (_telemetry is not null)
        {
            Interlocked.Increment(ref _requests);
        }
    }

    /// <summary>Adds one response.</summary>
    /// <param name="items">The items in it.</param>
    /// <param name="capacityUnits">The capacity units it says were consumed.</param>
    public void Received(int items, double capacityUnits)
    {
        if (_telemetry is null)
        {
            return;
        }

        lock (_lock)
        {
            _items += items;
            _capacityUnits += capacityUnits;
        }
    }

    /// <summary>Says that the call ends by an exception; only its type and DynamoDB's error code are recorded.</summary>
    public void Failed(Exception exception)
    {
        if (_telemetry is null || _ended)
        {
            return;
        }

        exception = exception is RequestRefusedException or ItemTooLargeException ? exception.InnerException ?? exception : exception;
        _errorType = ErrorType(exception);
        LogFailure(exception);
        if (_activity is null)
        {
            return;
        }

        // The exception's message is left out: DynamoDB's messages can quote values.
        _activity.SetStatus(ActivityStatusCode.Error);
        _activity.SetTag(TelemetryAttributes.ErrorType, _errorType);
        if (exception is AmazonServiceException service)
        {
            _activity.SetTag(TelemetryAttributes.StatusCode, service.ErrorCode);
            _activity.SetTag(TelemetryAttributes.RequestId, service.RequestId);
        }

        if (Throttling.Reason(exception) is { } reason)
        {
            _activity.SetTag(TelemetryAttributes.ThrottlingReason, reason);
        }
    }

    /// <summary>Ends the span and records the metrics, the first time.</summary>
    public void Dispose()
    {
        if (_telemetry is null || _ended)
        {
            return;
        }

        _ended = true;
        var reads = _pattern!.Operation
            is DynamoOperation.GetItem or DynamoOperation.Query or DynamoOperation.Scan or DynamoOperation.BatchGetItem or DynamoOperation.TransactGetItems;
        var duration = Duration;
        _telemetry.Record(MetricTags(), duration, _items, _capacityUnits, reads);
        if (_errorType is null)
        {
            _telemetry.Logger.Completed(_pattern.Name, TableName, _items, _capacityUnits, duration.TotalMilliseconds);
        }

        EndActivity(reads);
    }

    /// <summary>DynamoDB's error code where there is one, else the exception's type.</summary>
    internal static string ErrorType(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? code : exception.GetType().FullName!;

    private static bool IsFailedCondition(Exception exception) =>
        exception is ConditionalCheckFailedException
        || (exception is TransactionCanceledException { CancellationReasons: { Count: > 0 } reasons }
            && reasons.TrueForAll(reason => reason.Code is "None" or "ConditionalCheckFailed"));

    /// <summary>The time in which requests were in flight, or the whole time if none was sent in a scope.</summary>
    private TimeSpan Duration => _inFlight > TimeSpan.Zero ? _inFlight : _telemetry!.TimeProvider.GetElapsedTime(_started);

    private string TableName => string.Join(", ", _tableNames);

    private TagList MetricTags()
    {
        var tags = new TagList
        {
            { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
            { TelemetryAttributes.Operation, _pattern!.Operation.ToString() },
            { TelemetryAttributes.AccessPattern, _pattern.Name },
        };
        if (_tableNames is [var only])
        {
            tags.Add(TelemetryAttributes.Collection, only);
        }

        if (_errorType is not null)
        {
            tags.Add(TelemetryAttributes.ErrorType, _errorType);
        }

        return tags;
    }

    private void LogFailure(Exception exception)
    {
        var milliseconds = Duration.TotalMilliseconds;
        if (Throttling.Is(exception))
        {
            var reason = Throttling.Reason(exception) ?? _errorType!;
            _telemetry!.Logger.Throttled(_pattern!.Name, TableName, reason, _requests, milliseconds);
        }
        else if (exception is OperationCanceledException)
        {
            _telemetry!.Logger.Cancelled(_pattern!.Name, TableName, milliseconds);
        }
        else
        {
            // A condition that does not hold is an answer that the caller asked for, not a fault.
            var level = IsFailedCondition(exception) ? LogLevel.Debug : LogLevel.Warning;
            _telemetry!.Logger.Failed(level, _pattern!.Name, TableName, _errorType!, _requests, milliseconds);
        }
    }

    private void EndActivity(bool reads)
    {
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag(TelemetryAttributes.Requests, _requests);
        _activity.SetTag(TelemetryAttributes.ConsumedCapacity, _capacityUnits);
        if (reads)
        {
            _activity.SetTag(TelemetryAttributes.ReturnedRows, _items);
        }

        if (_pattern!.Operation is DynamoOperation.Query)
        {
            _activity.SetTag(TelemetryAttributes.Count, _items);
        }

        // Ending an activity makes the one current in which it started; an iterator may end elsewhere.
        var caller = Activity.Current;
        _activity.Dispose();
        Activity.Current = caller;
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

        internal ActivationScope(AccessPatternCall call)
        {
            _call = call;
            if (call._telemetry is { } telemetry)
            {
                call.Activated(telemetry);
            }

            if (call._activity is not null)
            {
                _caller = Activity.Current;
                Activity.Current = call._activity;
            }
        }

        public void Dispose()
        {
            if (_call._telemetry is { } telemetry)
            {
                _call.Deactivated(telemetry);
            }

            if (_call._activity is not null)
            {
                Activity.Current = _caller;
            }
        }
    }
}
