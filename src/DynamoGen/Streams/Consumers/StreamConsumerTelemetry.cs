using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Streams.Consumers;

/// <summary>The metrics and the log of a consumer, by the meter <see cref="DynamoGenTelemetry.Name"/>. No key or attribute value is recorded.</summary>
internal sealed class StreamConsumerTelemetry : IDisposable
{
    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly ActivitySource _source = new(DynamoGenTelemetry.Name, DynamoGenTelemetry.Version);
    private readonly Counter<long> _records;
    private readonly Histogram<double> _handlerDuration;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _handlerFailures;
    private readonly Counter<long> _leaseMoves;
    private readonly Counter<long> _trimmed;
    private readonly ConcurrentDictionary<ShardProgress, ShardProgress> _shards = new();

    public StreamConsumerTelemetry(IMeterFactory? meterFactory, TimeProvider timeProvider, ILogger logger)
    {
        TimeProvider = timeProvider;
        Logger = logger;
        _ownsMeter = meterFactory is null;
        _meter = meterFactory?.Create(DynamoGenTelemetry.Name) ?? new Meter(DynamoGenTelemetry.Name);
        _records = _meter.CreateCounter<long>("dynamogen.stream.records", "{record}", "Records that were read and taken.");
        _handlerDuration = _meter.CreateHistogram(
            "dynamogen.stream.handler_duration",
            "s",
            "Durations of attempts to handle a record, those that failed included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60] });
        _failures = _meter.CreateCounter<long>("dynamogen.stream.failures", "{failure}", "Reads, writes of leases and processors that failed.");
        _handlerFailures = _meter.CreateCounter<long>(
            "dynamogen.stream.handler_failures", "{failure}", "Attempts to handle a record, or to put it aside, that failed.");
        _leaseMoves = _meter.CreateCounter<long>("dynamogen.stream.lease_moves", "{lease}", "Leases that this worker took, gave away or lost.");
        _trimmed = _meter.CreateCounter<long>("dynamogen.stream.trimmed", "{shard}", "Times that records were lost before they were read.");
        _meter.CreateObservableGauge(
            "dynamogen.stream.oldest_unprocessed", OldestUnprocessed, "s", "Age of the oldest record that was taken and is not handled; 0 for none.");
        _meter.CreateObservableGauge(
            "dynamogen.stream.shard_lag", Lags, "s", "Age of the last record that was read of a shard; 0 where it was read to its newest one.");
    }

    public ILogger Logger { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>Whether somebody wants to know of single attempts to handle a record.</summary>
    public bool ObservesHandling => _handlerDuration.Enabled || _source.HasListeners();

    public void Dispose()
    {
        _source.Dispose();
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    public void Add(ShardProgress shard) => _shards[shard] = shard;

    public void Remove(ShardProgress shard) => _shards.TryRemove(shard, out _);

    public void RecordsTaken(string streamArn, int count) => _records.Add(count, Tags(streamArn));

    /// <summary>Records a read that found records. Most find none, and a span of each would hide those that do.</summary>
    public void PageRead(string streamArn, string shardId, DateTimeOffset began, int records)
    {
        if (records == 0 || !_source.HasListeners())
        {
            return;
        }

        var tags = SpanTags(streamArn, shardId);
        tags.Add(TelemetryAttributes.Operation, "GetRecords");
        tags.Add(TelemetryAttributes.ReturnedRows, (long)records);
        using var span = _source.StartActivity("GetRecords", ActivityKind.Client, parentContext: default, tags, links: null, began);
        span?.SetEndTime(TimeProvider.GetUtcNow().UtcDateTime);
    }

    /// <summary>Starts the span of an attempt to handle a record; null where nobody listens.</summary>
    public Activity? StartHandling(string streamArn, string shardId, string handler)
    {
        var tags = SpanTags(streamArn, shardId);
        tags.Add(StreamAttributes.Handler, handler);
        return _source.StartActivity($"process {handler}", ActivityKind.Consumer, parentContext: default, tags);
    }

    /// <summary>Records how long an attempt to handle a record took.</summary>
    public void Handled(string streamArn, string handler, TimeSpan duration)
    {
        if (_handlerDuration.Enabled)
        {
            var tags = Tags(streamArn);
            tags.Add(StreamAttributes.Handler, handler);
            _handlerDuration.Record(duration.TotalSeconds, tags);
        }
    }

    public void Failed(string streamArn, string operation, Exception exception)
    {
        var tags = Tags(streamArn);
        tags.Add(StreamAttributes.Operation, operation);
        tags.Add(TelemetryAttributes.ErrorType, AccessPatternCall.ErrorType(exception));
        _failures.Add(1, tags);
        Logger.StreamFailed(operation, streamArn, AccessPatternCall.ErrorType(exception));
    }

    public void HandlerFailed(string streamArn, string handler, Exception exception)
    {
        var tags = Tags(streamArn);
        tags.Add(StreamAttributes.Handler, handler);
        tags.Add(TelemetryAttributes.ErrorType, AccessPatternCall.ErrorType(exception));
        _handlerFailures.Add(1, tags);

        // The messages of our own exceptions never hold a value; others may.
        var type = AccessPatternCall.ErrorType(exception);
        Logger.HandlerFailed(handler, streamArn, exception is DynamoGenException ? $"{type}: {exception.Message}" : type);
    }

    public void LeaseMoved(string streamArn, string shardId, string move)
    {
        var tags = Tags(streamArn);
        tags.Add(StreamAttributes.Move, move);
        _leaseMoves.Add(1, tags);
        Logger.LeaseMoved(shardId, streamArn, move);
    }

    public void Trimmed(TrimmedShard shard)
    {
        _trimmed.Add(1, Tags(shard.StreamArn));
        Logger.Trimmed(shard.ShardId, shard.StreamArn, shard.LastRead?.ToString() ?? "none", shard.IsGone);
    }

    private static TagList Tags(string streamArn) => new()
    {
        { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
        { StreamAttributes.Stream, streamArn },
    };

    private static TagList SpanTags(string streamArn, string shardId)
    {
        var tags = Tags(streamArn);
        tags.Add(StreamAttributes.Shard, shardId);
        return tags;
    }

    private IEnumerable<Measurement<double>> OldestUnprocessed() =>
        _shards.Values.GroupBy(static shard => shard.StreamArn).Select(group =>
        {
            var oldest = group.Min(static shard => shard.OldestPending);
            return new Measurement<double>(AgeOf(oldest), Tags(group.Key));
        });

    private IEnumerable<Measurement<double>> Lags() => _shards.Values.Select(shard =>
    {
        var tags = Tags(shard.StreamArn);
        tags.Add(StreamAttributes.Shard, shard.ShardId);
        return new Measurement<double>(AgeOf(shard.Behind), tags);
    });

    private double AgeOf(DateTimeOffset? time) => time is null ? 0 : Math.Max(0, (TimeProvider.GetUtcNow() - time.Value).TotalSeconds);
}
