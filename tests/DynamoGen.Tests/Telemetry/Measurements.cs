using System.Diagnostics.Metrics;

namespace DynamoGen.Tests.Telemetry;

/// <summary>What the instruments of one factory's meters record.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<Measurement> _recorded = [];

    public Measurements(OwnMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (factory.Meters.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<Measurement> Of(string instrument)
    {
        lock (_recorded)
        {
            return [.. _recorded.Where(measurement => measurement.Instrument.Name == instrument)];
        }
    }

    /// <summary>What an observable instrument shows now.</summary>
    public IReadOnlyList<Measurement> Observe(string instrument)
    {
        lock (_recorded)
        {
            var before = _recorded.Count;
            _listener.RecordObservableInstruments();
            return [.. _recorded.Skip(before).Where(measurement => measurement.Instrument.Name == instrument)];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var measurement = new Measurement(instrument, value, tags.ToArray().ToDictionary());
        lock (_recorded)
        {
            _recorded.Add(measurement);
        }
    }

    internal sealed record Measurement(Instrument Instrument, double Value, Dictionary<string, object?> Tags);
}
