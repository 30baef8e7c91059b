using System.Globalization;
using System.Text.Json;
using DynamoGen.CommandLine.Output;
using DynamoGen.Regions;
using DynamoGen.Regions.Writers;

namespace DynamoGen.CommandLine.Regions;

/// <summary>What the copy of one region says of the region that writes a table.</summary>
/// <param name="status">What was read.</param>
/// <param name="writer">The writer by it; the declared one where no failover has come there.</param>
internal sealed class RegionLine(RegionStatus status, TableWriter writer) : IVerbRecord
{
    public static Column<RegionLine>[] Columns { get; } =
    [
        new("Region", line => line.Region),
        new("Writer", line => line.Writer?.Region),
        new("Failovers", line => line.Writer?.Epoch.Failovers.ToString(CultureInfo.InvariantCulture)),
        new("Since", line => line.Writer?.Since?.ToString("u", CultureInfo.InvariantCulture)),
        new("No answer", line => line.Failure),
    ];

    public string Region => status.Region;

    /// <summary>Null where the region does not answer.</summary>
    public TableWriter? Writer => status.Failure is null ? writer : null;

    /// <summary>The type of what went wrong, whose message may hold anything.</summary>
    public string? Failure => status.Failure?.GetType().Name;

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("region", Region);
        json.WriteString("writer", Writer?.Region);
        if (Writer is { } known)
        {
            json.WriteNumber("epoch", known.Epoch.Value);
        }
        else
        {
            json.WriteNull("epoch");
        }

        json.WriteString("since", Writer?.Since?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("noAnswer", Failure);
    }
}
