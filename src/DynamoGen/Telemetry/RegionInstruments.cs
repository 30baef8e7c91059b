using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoGen.Schema;

namespace DynamoGen.Telemetry;

/// <summary>The instruments of an application that is in several regions.</summary>
internal sealed class RegionInstruments(Meter meter)
{
    private readonly Counter<long> _readsElsewhere = meter.CreateCounter<long>(
        "dynamogen.region.reads_elsewhere", "{request}", "Reads that went to another region because this one is unhealthy, by that region.");

    private readonly Counter<long> _healthChanges = meter.CreateCounter<long>(
        "dynamogen.region.health_changes", "{change}", "How often a region became unhealthy or healthy, by the region and what it became.");

    /// <summary>Counts a read that goes to another region.</summary>
    public void ReadElsewhere(DynamoOperation operation, string tableName, string region)
    {
        if (_readsElsewhere.Enabled)
        {
            _readsElsewhere.Add(1, new TagList
            {
                { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
                { TelemetryAttributes.Operation, OperationNames.Of(operation) },
                { TelemetryAttributes.Collection, tableName },
                { TelemetryAttributes.Region, region },
            });
        }
    }

    /// <summary>Counts a change of a region's health.</summary>
    public void HealthChanged(string region, bool isHealthy) => _healthChanges.Add(
        1, new(TelemetryAttributes.Region, region), new(TelemetryAttributes.RegionHealth, isHealthy ? "healthy" : "unhealthy"));
}
