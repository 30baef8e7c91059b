using System.Diagnostics.Metrics;
using DynamoGen.Telemetry;

namespace HelpDesk.Tour;

/// <summary>Adds up the capacity units that DynamoGen's metrics count, from one stop of the tour to the next.</summary>
public sealed class Consumption : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private double _units;

    public Consumption()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: DynamoGenTelemetry.Name, Name: "dynamogen.client.consumed_read_units" or "dynamogen.client.consumed_write_units" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, units, _, _) => Add(units));
        _listener.Start();
    }

    /// <summary>What was consumed since it was taken last.</summary>
    public double Take()
    {
        lock (_lock)
        {
            (var taken, _units) = (_units, 0);
            return taken;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(double units)
    {
        lock (_lock)
        {
            _units += units;
        }
    }
}
