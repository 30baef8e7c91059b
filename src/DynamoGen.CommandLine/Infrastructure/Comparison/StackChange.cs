using System.Text.Json;
using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Output;

namespace DynamoGen.CommandLine.Infrastructure.Comparison;

/// <summary>One difference between two templates.</summary>
/// <param name="Effect">What an update does to it.</param>
/// <param name="Resource">The id of the resource.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="Property">The property, with the parts of a path between dots; null for the whole resource.</param>
/// <param name="Reason">What it means.</param>
internal sealed record StackChange(ChangeEffect Effect, string Resource, string Type, string? Property, string Reason) : IVerbRecord
{
    /// <summary>What the older template says; null for nothing.</summary>
    public JsonNode? Old { get; init; }

    /// <summary>What is declared now; null for nothing.</summary>
    public JsonNode? New { get; init; }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("effect", Effect.ToString());
        json.WriteString("resource", Resource);
        json.WriteString("type", Type);
        json.WriteString("property", Property);
        json.WriteString("reason", Reason);
        Write(json, "old", Old);
        Write(json, "new", New);
    }

    private static void Write(Utf8JsonWriter json, string name, JsonNode? value)
    {
        json.WritePropertyName(name);
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.WriteTo(json);
        }
    }
}
