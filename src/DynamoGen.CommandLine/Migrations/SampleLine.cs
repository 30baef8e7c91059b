using System.Text.Json;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Estimates;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>Old items and the new ones that stand for them, with their values.</summary>
internal sealed record SampleLine(MigratedSample Sample) : IVerbRecord
{
    public void WriteTo(Utf8JsonWriter json)
    {
        Write(json, "old", Sample.Old);
        Write(json, "new", Sample.New);
        json.WriteString("reason", Sample.Reason);
        json.WriteBoolean("collides", Sample.Collides);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<IReadOnlyDictionary<string, string>> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            foreach (var (attribute, value) in item)
            {
                json.WritePropertyName(attribute);
                json.WriteRawValue(value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
