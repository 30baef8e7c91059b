using System.Diagnostics.Metrics;
using DynamoGen.Telemetry;

namespace NorthwindService.WalkThrough;

/// <summary>Adds up the capacity that DynamoGen's metrics count, from when it is made.</summary>
public sealed class MeteredUnits : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();

    public MeteredUnits()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: DynamoGenTelemetry.Name, Name: "dynamogen.client.consumed_read_units" or "dynamogen.client.consumed_write_units" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, units, _, _) => Add(instrument, units));
        _listener.Start();
    }

    public double ReadUnits { get; private set; }

    public double WriteUnits { get; private set; }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double units)
    {
        lock (_lock)
        {
            if (instrument.Name.EndsWith("read_units", StringComparison.Ordinal))
            {
                ReadUnits += units;
            }
            else
            {
                WriteUnits += units;
            }
        }
    }
}
