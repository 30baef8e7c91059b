using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;
using DynamoGen.Interception;
using DynamoGen.Refusals;
using DynamoGen.Schema;
using DynamoGen.Telemetry.HotKeys;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Telemetry;

/// <summary>
/// One call of an access pattern, over as many requests (pages) as it takes: one span, and its metrics once.
/// Several requests may be in flight at once, as for a key that is spread over shards; the clock runs while at least one is.
/// </summary>
internal sealed partial class AccessPatternCall : IDisposable
{
    /// <summary>The call that nobody listens to: it records nothing and can be shared.</summary>
    internal static readonly AccessPatternCall Unobserved = new();

    private readonly DynamoGenTelemetry? _telemetry;
    private readonly AccessPattern? _pattern;
    private readonly Activity? _activity;
    private readonly long _started;
    private readonly Lock _lock = new();
    private NamedTable[] _tables = [];
    private string[] _tableNames = [];
    private TimeSpan _inFlight;
    private long _inFlightSince;
    private int _activations;
    private int _requests;
    private long _items;
    private long? _scanned;
    private double _capacityUnits;
    private Dictionary<string, double>? _unitsOfTables;
    private string? _errorType;
    private string? _outcome;
    private bool _ended;

    internal AccessPatternCall(DynamoGenTelemetry telemetry, AccessPattern pattern, NamedTable[] tables)
    {
        _telemetry = telemetry;
        _pattern = pattern;
        (_tables, _tableNames) = (tables, NamesOf(tables));
        _activity = telemetry.StartActivity(pattern, _tableNames);
        _scanned = pattern.Operation is DynamoOperation.Query or DynamoOperation.Scan ? 0 : null;
        _started = telemetry.TimeProvider.GetTimestamp();
    }

    private AccessPatternCall()
    {
    }

    /// <summary>The access pattern.</summary>
    public AccessPattern Pattern => _pattern!;

    /// <summary>What is told of each request before it is sent and when it has ended; null where nothing is.</summary>
    public RequestInterceptors? Interceptors { get; init; }

    /// <summary>Gathers what the requests say; null where nobody asked for it.</summary>
    public ResponseDetails? Details { get; init; }

    /// <summary>The moment, for <see cref="Since"/>.</summary>
    public long Timestamp => _telemetry!.TimeProvider.GetTimestamp();

    /// <summary>The time since a moment.</summary>
    public TimeSpan Since(long timestamp) => _telemetry!.TimeProvider.GetElapsedTime(timestamp);

    /// <summary>Makes the span of a request current and lets the clock run, until the result is disposed.</summary>
    /// <param name="request">The request; null where nobody wants to know of it, and the call's own span is the current one.</param>
    public ActivationScope Activate(ObservedRequest? request = null) => new(this, request?.Activity ?? _activity);

    /// <summary>Counts a request that is sent, and begins its record where somebody wants to know of it.</summary>
    /// <param name="tableName">The table that it names.</param>
    /// <param name="request">The whole request.</param>
    public ObservedRequest? RequestSent(string tableName, ReadOnlySpan<byte> request)
    {
        if (_telemetry is null)
        {
            return null;
        }

        Interlocked.Increment(ref _requests);
        Details?.Sent();
        if (!_telemetry.ObservesRequests && Interceptors is null && Details is null)
        {
            return null;
        }

        if (_telemetry.Requests.MeasuresItems)
        {
            PutItems.Measure(_telemetry.Requests, _pattern!, tableName, request);
        }

        var keys = _telemetry.HotKeys is null ? null : RequestKeys.Of(_pattern!, _tables, request);
        return new ObservedRequest(_telemetry, this, tableName, StartRequest(tableName, request), keys);
    }

    /// <summary>Says which tables the call goes to, where it began before all of them were known.</summary>
    public void GoesTo(NamedTable[] tables)
    {
        if (_telemetry is null || tables.Length == _tables.Length)
        {
            return;
        }

        (_tables, _tableNames) = (tables, NamesOf(tables));
        _activity?.SetTag(TelemetryAttributes.TableNames, _tableNames);
        _activity?.SetTag(TelemetryAttributes.Collection, null);
    }

    /// <summary>Adds one response.</summary>
    /// <param name="items">The items in it.</param>
    /// <param name="capacityUnits">The capacity units it says were consumed.</param>
    /// <param name="scanned">The items that were read for it; null where it does not say.</param>
    public void Received(int items, double capacityUnits, int? scanned = null)
    {
        if (_telemetry is null)
        {
            return;
        }

        lock (_lock)
        {
            _items += items;
            _scanned += scanned;
            _capacityUnits += capacityUnits;
        }
    }

    /// <summary>Adds what one response says of the capacity of one table.</summary>
    public void Consumed(string table, double capacityUnits)
    {
        lock (_lock)
        {
            _unitsOfTables ??= [];
            _unitsOfTables[table] = _unitsOfTables.GetValueOrDefault(table) + capacityUnits;
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
        _outcome = CallOutcome.Of(exception);
        _errorType = _outcome is null ? ErrorType(exception) : null;
        LogFailure(exception);
        if (CallOutcome.IsFailedCondition(exception))
        {
            _telemetry.Instruments.ConditionFailed(MetricTags());
        }

        if (_activity is not null)
        {
            SpanFailure.Record(_activity, exception);
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
        var duration = Duration;
        var totals = new CallTotals(_requests, _items, _scanned, _capacityUnits, _pattern!.Operation.IsRead);
        _telemetry.Instruments.Record(MetricTags(), duration, totals);
        _telemetry.Budgets.Ended(_pattern, TableName, totals);
        if (_errorType is null && _outcome is null)
        {
            if (_requests > 0)
            {
                _telemetry.Capacity?.Ended(_pattern, totals.CapacityUnits, totals.Items, CapacityBudgets.IsOver(_pattern, totals));
            }

            _telemetry.Logger.Completed(_pattern.Name, TableName, _items, _capacityUnits, duration.TotalMilliseconds);
        }

        EndActivity();
    }

    /// <summary>DynamoDB's error code where there is one, else the exception's type.</summary>
    internal static string ErrorType(Exception exception) =>
        exception is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? code : exception.GetType().FullName!;

    /// <summary>Ends a span without changing which one is current: ending one makes the one current in which it started, and an iterator may end elsewhere.</summary>
    internal static void End(Activity? activity)
    {
        if (activity is not null)
        {
            var caller = Activity.Current;
            activity.Dispose();
            Activity.Current = caller;
        }
    }

    /// <summary>The time in which requests were in flight, or the whole time if none was sent in a scope.</summary>
    private TimeSpan Duration => _inFlight > TimeSpan.Zero ? _inFlight : _telemetry!.TimeProvider.GetElapsedTime(_started);

    private static string[] NamesOf(NamedTable[] tables) => [.. tables.Select(static table => table.Name)];

    private string TableName => string.Join(", ", _tableNames);

    private TagList MetricTags()
    {
        var tags = new TagList
        {
            { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
            { TelemetryAttributes.Operation, OperationNames.Of(_pattern!.Operation) },
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

        if (_outcome is not null)
        {
            tags.Add(TelemetryAttributes.Outcome, _outcome);
        }

        return tags;
    }

    /// <summary>The capacity of the whole call, for each table in the form of the conventions.</summary>
    private string[] ConsumedTexts() => _unitsOfTables is null
        ? [ConsumedText(_tableNames[0], _capacityUnits)]
        : [.. _unitsOfTables.Select(table => ConsumedText(table.Key, table.Value))];

    private static string ConsumedText(string table, double units) =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"TableName\":\"{table}\",\"CapacityUnits\":{units}}}");

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
            var level = _outcome is null ? LogLevel.Warning : LogLevel.Debug;
            _telemetry!.Logger.Failed(level, _pattern!.Name, TableName, ErrorType(exception), _requests, milliseconds);
        }
    }

    private void EndActivity()
    {
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag(TelemetryAttributes.Requests, _requests);
        _activity.SetTag(TelemetryAttributes.ConsumedCapacity, ConsumedTexts());
        if (_pattern!.Operation.IsRead)
        {
            _activity.SetTag(TelemetryAttributes.ReturnedRows, _items);
        }

        if (_pattern.Operation is DynamoOperation.Query or DynamoOperation.Scan)
        {
            _activity.SetTag(TelemetryAttributes.Count, _items);
            _activity.SetTag(TelemetryAttributes.ScannedCount, _scanned);
        }

        End(_activity);
    }
}
