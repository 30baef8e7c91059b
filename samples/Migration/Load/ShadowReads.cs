using System.Diagnostics.Metrics;
using DynamoGen.Telemetry;

namespace MovingOrders.Load;

/// <summary>Listens to the metric of the reads that are made of both tables, as a collector of OpenTelemetry does.</summary>
internal sealed class ShadowReads : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _matches;
    private long _mismatches;

    public ShadowReads()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == DynamoGenTelemetry.Name && instrument.Name == "dynamogen.migration.shadow_reads")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Count);
        _listener.Start();
    }

    public long Matches => Interlocked.Read(ref _matches);

    public long Mismatches => Interlocked.Read(ref _mismatches);

    public void Dispose() => _listener.Dispose();

    private void Count(Instrument instrument, long reads, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "dynamogen.migration.result")
            {
                Interlocked.Add(ref tag.Value is "match" ? ref _matches : ref _mismatches, reads);
            }
        }
    }
}
