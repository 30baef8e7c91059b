using System.Text.Json;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Estimates;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>An old item and its new one, with their values.</summary>
internal sealed record SampleLine(MigratedSample Sample) : IVerbRecord
{
    public void WriteTo(Utf8JsonWriter json)
    {
        Write(json, "old", Sample.Old);
        Write(json, "new", Sample.New);
        json.WriteString("reason", Sample.Reason);
        json.WriteBoolean("collides", Sample.Collides);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string>? item)
    {
        if (item is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (attribute, value) in item)
        {
            json.WritePropertyName(attribute);
            json.WriteRawValue(value);
        }

        json.WriteEndObject();
    }
}
