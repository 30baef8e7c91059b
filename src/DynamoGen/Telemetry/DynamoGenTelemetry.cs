using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoGen.Interception;
using DynamoGen.Schema;
using DynamoGen.Telemetry.Capacity;
using DynamoGen.Telemetry.HotKeys;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoGen.Telemetry;

/// <summary>
/// Traces, metrics and logs of access patterns: an <see cref="ActivitySource"/> and a <see cref="Meter"/>, both named
/// <see cref="Name"/>. No key's or attribute's value is ever recorded. What nobody listens to costs nothing.
/// </summary>
/// <remarks>
/// Names follow OpenTelemetry's
/// <see href="https://opentelemetry.io/docs/specs/semconv/db/database-metrics/">database client metrics</see> and
/// <see href="https://opentelemetry.io/docs/specs/semconv/db/dynamodb/">DynamoDB conventions</see>; what they lack is
/// named <c>dynamogen.*</c>: <c>dynamogen.client.consumed_capacity</c>, <c>dynamogen.client.throttled_requests</c>, <c>dynamogen.cache.hits</c>,
/// <c>dynamogen.cache.misses</c>, <c>dynamogen.cache.stale_refused</c>, <c>dynamogen.sink.delivered</c>, <c>dynamogen.sink.failed</c>,
/// and <c>compared</c>, <c>drifted</c>, <c>repaired</c> and <c>failures</c> of <c>dynamogen.reconciliation</c>.
/// </remarks>
public sealed class DynamoGenTelemetry : IDisposable
{
    /// <summary>The name of the activity source and of the meter, as a tracer's or meter's provider must be told.</summary>
    public const string Name = "DynamoGen";

    /// <summary>The version of the activity source and of the meter: that of the assembly.</summary>
    internal static readonly string? Version = typeof(DynamoGenTelemetry).Assembly.GetName().Version?.ToString(fieldCount: 3);

    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Counter<long> _cacheHits;
    private readonly Counter<long> _cacheMisses;
    private readonly Counter<long> _staleRefused;
    private readonly Counter<long> _sinkDelivered;
    private readonly Counter<long> _sinkFailed;
    private readonly Counter<long> _compared;
    private readonly Counter<long> _drifted;
    private readonly Counter<long> _repaired;
    private readonly Counter<long> _failedReconciliations;
    private readonly Counter<long> _shadowReads;
    private readonly Counter<long> _verified;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meterFactory">Makes the meter and owns it; null for a meter of this object's own.</param>
    /// <param name="timeProvider">Measures durations; null for the system's clock.</param>
    /// <param name="logger">Takes each call at Debug and each failure at Warning; null for no logging.</param>
    public DynamoGenTelemetry(
        IMeterFactory? meterFactory = null,
        TimeProvider? timeProvider = null,
        ILogger<DynamoGenTelemetry>? logger = null)
    {
        TimeProvider = timeProvider ?? TimeProvider.System;
        Logger = logger ?? NullLogger<DynamoGenTelemetry>.Instance;
        _ownsMeter = meterFactory is null;
        _meter = meterFactory?.Create(Name, Version) ?? new Meter(Name, Version);
        Instruments = new CallInstruments(_meter);
        Requests = new RequestInstruments(_meter);
        Regions = new RegionInstruments(_meter);
        Budgets = new CapacityBudgets(_meter, TimeProvider, Logger);
        _cacheHits = _meter.CreateCounter<long>("dynamogen.cache.hits", "{read}", "Cached reads that the cache answered.");
        _cacheMisses = _meter.CreateCounter<long>("dynamogen.cache.misses", "{read}", "Cached reads that DynamoDB answered.");
        _staleRefused = _meter.CreateCounter<long>(
            "dynamogen.cache.stale_refused",
            "{item}",
            "Items that were not returned from the cache or not kept in it, because they may be older than what is known.");
        _sinkDelivered = _meter.CreateCounter<long>("dynamogen.sink.delivered", "{change}", "Changes that a sink delivered.");
        _sinkFailed = _meter.CreateCounter<long>("dynamogen.sink.failed", "{change}", "Changes that a sink did not deliver, each time that it was given them.");
        _compared = _meter.CreateCounter<long>("dynamogen.reconciliation.compared", "{entry}", "Entries of a derived state that were compared.");
        _drifted = _meter.CreateCounter<long>("dynamogen.reconciliation.drifted", "{entry}", "Entries that differed from what they should be.");
        _repaired = _meter.CreateCounter<long>("dynamogen.reconciliation.repaired", "{entry}", "Entries that differed, and were seen to agree after a repair.");
        _failedReconciliations = _meter.CreateCounter<long>("dynamogen.reconciliation.failures", "{run}", "Comparisons that did not come to their end.");
        _shadowReads = _meter.CreateCounter<long>(
            "dynamogen.migration.shadow_reads",
            "{read}",
            "Reads of a migration that were made of the old and of the new items, and compared.");
        _verified = _meter.CreateCounter<long>("dynamogen.migration.verified", "{item}", "Items of a migration that were compared, old with new.");
    }

    internal TimeProvider TimeProvider { get; }

    internal ILogger Logger { get; }

    internal ActivitySource Source { get; } = new(Name, Version);

    /// <summary>The instruments of calls.</summary>
    internal CallInstruments Instruments { get; }

    /// <summary>The instruments of single requests.</summary>
    internal RequestInstruments Requests { get; }

    /// <summary>The instruments of an application that is in several regions.</summary>
    internal RegionInstruments Regions { get; }

    /// <summary>Tells calls that consumed more than their budget.</summary>
    internal CapacityBudgets Budgets { get; }

    /// <summary>Adds up what calls consumed; null where nobody wants to know of it.</summary>
    internal CapacityMeasurements? Capacity { get; init; }

    /// <summary>How finely responses tell the capacity that they consumed.</summary>
    internal bool ReadsCapacityOfIndexes { get; init; }

    /// <summary>Counts partition keys; null where nobody wants to know of them.</summary>
    internal HotKeySketches? HotKeys
    {
        get;
        init
        {
            field = value;
            if (value is not null)
            {
                _meter.CreateObservableGauge(
                    "dynamogen.hot_key.share", () => value.Shares().Select(Share), "1", "The hottest partition key's part of the capacity units of its table or index.");
            }
        }
    }

    /// <summary>Whether somebody wants to know of single requests.</summary>
    internal bool ObservesRequests => HotKeys is not null || Source.HasListeners() || Requests.IsObserved;

    private bool IsObserved => ObservesRequests || Capacity is not null || Instruments.IsObserved || Budgets.IsObserved || Logger.IsEnabled(LogLevel.Warning);

    /// <summary>Ends the activity source, and the meter unless a factory owns it.</summary>
    public void Dispose()
    {
        Source.Dispose();
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    /// <summary>Starts the telemetry of one call of an access pattern.</summary>
    internal AccessPatternCall Start(
        AccessPattern pattern, string tableName, RequestInterceptors? interceptors = null, ResponseDetails? details = null) =>
        interceptors is not null || details is not null || IsObserved
            ? Start(pattern, [new NamedTable(tableName, pattern.Table)], interceptors, details)
            : AccessPatternCall.Unobserved;

    /// <summary>Starts the telemetry of one call that goes to several tables at once.</summary>
    internal AccessPatternCall Start(
        AccessPattern pattern, NamedTable[] tables, RequestInterceptors? interceptors = null, ResponseDetails? details = null) =>
        interceptors is not null || details is not null || IsObserved
            ? new AccessPatternCall(this, pattern, tables) { Interceptors = interceptors, Details = details }
            : AccessPatternCall.Unobserved;

    /// <summary>Counts one failed attempt if DynamoDB throttled it. The transport calls this before a retry is decided on.</summary>
    internal void RequestFailed(DynamoOperation operation, string tableName, Exception exception, string? accessPattern = null) =>
        Requests.Throttled(operation, tableName, accessPattern, exception);

    /// <summary>Counts a read that was made of the old and of the new items.</summary>
    internal void ShadowRead(AccessPattern pattern, bool isSame)
    {
        if (_shadowReads.Enabled)
        {
            _shadowReads.Add(1, new TagList
            {
                { TelemetryAttributes.AccessPattern, pattern.Name },
                { TelemetryAttributes.ShadowReadResult, isSame ? "match" : "mismatch" },
            });
        }
    }

    /// <summary>Counts items of a migration by what their comparison came to.</summary>
    internal void Verified(string migration, string outcome, long items) => _verified.Add(items, new TagList
    {
        { TelemetryAttributes.Migration, migration },
        { TelemetryAttributes.VerificationOutcome, outcome },
    });

    /// <summary>Counts what became of a cached read.</summary>
    internal void CacheAnswered(CacheAnswer answer, AccessPattern pattern, string tableName)
    {
        var counter = answer switch
        {
            CacheAnswer.Hit => _cacheHits,
            CacheAnswer.Miss => _cacheMisses,
            _ => _staleRefused,
        };
        if (counter.Enabled)
        {
            counter.Add(1, new TagList
            {
                { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
                { TelemetryAttributes.Collection, tableName },
                { TelemetryAttributes.AccessPattern, pattern.Name },
            });
        }
    }

    /// <summary>Counts changes that a sink delivered.</summary>
    /// <param name="sink">The kind of the sink.</param>
    /// <param name="destination">Where they went, such as a topic.</param>
    /// <param name="changes">How many.</param>
    internal void SinkDelivered(string sink, string destination, int changes) => _sinkDelivered.Add(changes, new TagList
    {
        { TelemetryAttributes.Sink, sink },
        { TelemetryAttributes.Destination, destination },
    });

    /// <summary>Counts a change that a sink did not deliver.</summary>
    /// <param name="sink">The kind of the sink.</param>
    /// <param name="destination">Where it should have gone, such as a topic.</param>
    /// <param name="errorType">The service's code, or the exception's type.</param>
    internal void SinkFailed(string sink, string destination, string errorType) => _sinkFailed.Add(1, new TagList
    {
        { TelemetryAttributes.Sink, sink },
        { TelemetryAttributes.Destination, destination },
        { TelemetryAttributes.ErrorType, errorType },
    });

    /// <summary>Counts what a comparison of a derived state with its source found.</summary>
    internal void Reconciled(string reconciliation, long compared, long drifted, long repaired)
    {
        var tag = new KeyValuePair<string, object?>(TelemetryAttributes.Reconciliation, reconciliation);
        _compared.Add(compared, tag);
        _drifted.Add(drifted, tag);
        _repaired.Add(repaired, tag);
    }

    /// <summary>Counts a comparison that did not come to its end.</summary>
    internal void ReconciliationFailed(string reconciliation, Exception exception) => _failedReconciliations.Add(1, new TagList
    {
        { TelemetryAttributes.Reconciliation, reconciliation },
        { TelemetryAttributes.ErrorType, AccessPatternCall.ErrorType(exception) },
    });

    /// <summary>The measurement of a hottest key, of which no tag shows the key.</summary>
    private static Measurement<double> Share((string Table, string? Index, double Share) hottest)
    {
        var tags = new TagList
        {
            { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
            { TelemetryAttributes.Collection, hottest.Table },
        };
        if (hottest.Index is not null)
        {
            tags.Add(TelemetryAttributes.IndexName, hottest.Index);
        }

        return new Measurement<double>(hottest.Share, tags);
    }

    /// <summary>What the spans of a call and of its requests say from their beginning.</summary>
    internal static TagList SpanTags(AccessPattern pattern, string[] tableNames)
    {
        var tags = new TagList
        {
            { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
            { TelemetryAttributes.Operation, OperationNames.Of(pattern.Operation) },
            { TelemetryAttributes.TableNames, tableNames },
            { TelemetryAttributes.QuerySummary, pattern.Name },
            { TelemetryAttributes.AccessPattern, pattern.Name },
        };
        if (tableNames is [var only])
        {
            tags.Add(TelemetryAttributes.Collection, only);
        }

        if (pattern.Index is { } index)
        {
            tags.Add(TelemetryAttributes.IndexName, index);
        }

        return tags;
    }

    /// <summary>Starts the span of a call; null where nobody listens.</summary>
    internal Activity? StartActivity(AccessPattern pattern, string[] tableNames)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // An iterator's caller must not find itself inside the span: it is current only while a request is in flight.
        var caller = Activity.Current;
        var activity = Source.StartActivity(pattern.Name, ActivityKind.Internal, parentContext: default, SpanTags(pattern, tableNames));
        Activity.Current = caller;
        return activity;
    }
}
