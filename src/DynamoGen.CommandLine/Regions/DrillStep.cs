using System.Globalization;
using System.Text.Json;
using DynamoGen.CommandLine.Output;

namespace DynamoGen.CommandLine.Regions;

/// <summary>A step of a drill.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Region">The region that the writes go to by it.</param>
/// <param name="Holds">Whether it came out as it must.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Missing">The regions that did not answer, or not that it is the writer.</param>
internal sealed record DrillStep(string Name, string Region, bool Holds, TimeSpan Took, IReadOnlyList<string> Missing) : IVerbRecord
{
    public static Column<DrillStep>[] Columns { get; } =
    [
        new("Step", step => step.Name),
        new("Writer", step => step.Region),
        new("Holds", step => step.Holds ? "yes" : "no"),
        new("Seconds", step => step.Took.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)),
        new("Missing", step => string.Join(", ", step.Missing)),
    ];

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("step", Name);
        json.WriteString("writer", Region);
        json.WriteBoolean("holds", Holds);
        json.WriteNumber("seconds", Took.TotalSeconds);
        json.WriteStartArray("missing");
        foreach (var region in Missing)
        {
            json.WriteStringValue(region);
        }

        json.WriteEndArray();
    }
}
