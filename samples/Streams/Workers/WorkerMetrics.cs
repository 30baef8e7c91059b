using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DynamoGen.Telemetry;

namespace OrderStreams.Workers;

/// <summary>Listens to the metrics of the consumers in this process, as a collector of OpenTelemetry does.</summary>
internal sealed class WorkerMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _counts = new();
    private int _shards;
    private double _lag;

    public WorkerMetrics()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == DynamoGenTelemetry.Name && instrument.Name.StartsWith("dynamogen.stream.", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.SetMeasurementEventCallback<double>(Observe);
        _listener.Start();
    }

    public WorkerReport Report()
    {
        (_shards, _lag) = (0, 0);
        _listener.RecordObservableInstruments();
        return new WorkerReport(
            _shards,
            Of("records"),
            _lag,
            Of("lease_moves.taken"),
            Of("lease_moves.taken_over"),
            Of("lease_moves.handed_over") + Of("lease_moves.released") + Of("lease_moves.lost"),
            Of("lease_moves.ended"),
            Of("handler_failures"));
    }

    public void Dispose() => _listener.Dispose();

    private long Of(string name) => _counts.GetValueOrDefault($"dynamogen.stream.{name}");

    private void Count(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var name = instrument.Name;
        foreach (var tag in tags)
        {
            if (tag.Key == "dynamogen.stream.lease_move")
            {
                name = $"{name}.{tag.Value}";
            }
        }

        _counts.AddOrUpdate(name, value, (_, count) => count + value);
    }

    private void Observe(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (instrument.Name == "dynamogen.stream.shard_lag")
        {
            _shards++;
        }
        else
        {
            _lag = Math.Max(_lag, value);
        }
    }
}
