using System.Diagnostics.Metrics;

namespace DynamoGen.Tests.Telemetry;

/// <summary>Makes meters and keeps them, so that a test listens to its own only.</summary>
internal sealed class OwnMeterFactory : IMeterFactory
{
    public List<Meter> Meters { get; } = [];

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options.Name, options.Version, options.Tags, scope: this);
        Meters.Add(meter);
        return meter;
    }

    public void Dispose() => Meters.ForEach(meter => meter.Dispose());
}
