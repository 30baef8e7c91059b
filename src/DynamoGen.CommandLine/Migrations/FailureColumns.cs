using System.Globalization;
using System.Text.Json;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Estimates;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>Why items cannot be copied, by how many there are of each reason.</summary>
internal static class FailureColumns
{
    public static Column<SampledFailure>[] All { get; } =
    [
        new("Items", failure => failure.Count.ToString(CultureInfo.InvariantCulture)),
        new("Cannot be copied", failure => failure.Reason),
    ];

    public static void Write(Utf8JsonWriter json, IEnumerable<SampledFailure> failures)
    {
        foreach (var failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("reason", failure.Reason);
            json.WriteNumber("count", failure.Count);
            json.WriteEndObject();
        }
    }
}
