using System.Diagnostics;
using System.Diagnostics.Metrics;
using DynamoGen.Regions.Conflicts;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoGen.Streams.Conflicts;

/// <summary>The metric and the log of lost updates, by the meter <see cref="DynamoGenTelemetry.Name"/>. No key or attribute value is recorded.</summary>
internal sealed class ConflictTelemetry
{
    private readonly Counter<long> _lost;
    private readonly ILogger _logger;

    public ConflictTelemetry(IMeterFactory? meterFactory = null, ILogger? logger = null)
    {
        var meter = meterFactory?.Create(DynamoGenTelemetry.Name) ?? new Meter(DynamoGenTelemetry.Name);
        _lost = meter.CreateCounter<long>(
            "dynamogen.region.lost_updates", "{update}", "Writes that were overwritten by one that did not know them, in the region that made them.");
        _logger = logger ?? NullLogger.Instance;
    }

    public void Lost(StreamHandlerSchema handler, ConflictContext conflict)
    {
        _lost.Add(1, new TagList
        {
            { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
            { TelemetryAttributes.TableNames, handler.Table.Name },
            { "dynamogen.stream.handler", handler.Name },
            { "dynamogen.region.lost", conflict.Lost.Region },
            { "dynamogen.region.won", conflict.Won.Region },
        });
        _logger.LostUpdate(conflict.Lost.ToString(), handler.Table.Name, conflict.Lost.Region, conflict.Won.ToString(), conflict.Won.Region);
    }
}
