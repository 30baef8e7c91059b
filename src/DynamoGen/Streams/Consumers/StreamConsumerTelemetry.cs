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
    private readonly Counter<long> _records;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _handlerFailures;
    private readonly Counter<long> _leaseMoves;
    private readonly Counter<long> _trimmed;
    private readonly ConcurrentDictionary<ShardProgress, ShardProgress> _shards = new();
    private readonly TimeProvider _timeProvider;

    public StreamConsumerTelemetry(IMeterFactory? meterFactory, TimeProvider timeProvider, ILogger logger)
    {
        _timeProvider = timeProvider;
        Logger = logger;
        _ownsMeter = meterFactory is null;
        _meter = meterFactory?.Create(DynamoGenTelemetry.Name) ?? new Meter(DynamoGenTelemetry.Name);
        _records = _meter.CreateCounter<long>("dynamogen.stream.records", "{record}", "Records that were read and taken.");
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

    public void Dispose()
    {
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    public void Add(ShardProgress shard) => _shards[shard] = shard;

    public void Remove(ShardProgress shard) => _shards.TryRemove(shard, out _);

    public void RecordsTaken(string streamArn, int count) => _records.Add(count, Tags(streamArn));

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
        var reason = exception is DynamoGenException ? $"{AccessPatternCall.ErrorType(exception)}: {exception.Message}" : AccessPatternCall.ErrorType(exception);
        Logger.HandlerFailed(handler, streamArn, reason);
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

    private double AgeOf(DateTimeOffset? time) => time is null ? 0 : Math.Max(0, (_timeProvider.GetUtcNow() - time.Value).TotalSeconds);
}
