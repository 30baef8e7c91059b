using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DynamoGen.Testing;

/// <summary>Writes an item so that equal items are equal texts: attributes by their names, the elements of sets by their values.</summary>
internal static class CanonicalItem
{
    public static string Of(JsonElement attributes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteMembers(writer, attributes);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement attributes)
    {
        writer.WriteStartObject();
        foreach (var attribute in attributes.EnumerateObject().OrderBy(static attribute => attribute.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(attribute.Name);
            WriteValue(writer, attribute.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement attribute)
    {
        var value = attribute.EnumerateObject().Single();
        writer.WriteStartObject();
        writer.WritePropertyName(value.Name);
        switch (value.Name)
        {
            case "M":
                WriteMembers(writer, value.Value);
                break;
            case "L":
                writer.WriteStartArray();
                foreach (var element in value.Value.EnumerateArray())
                {
                    WriteValue(writer, element);
                }

                writer.WriteEndArray();
                break;
            case "SS" or "NS" or "BS":
                writer.WriteStartArray();
                foreach (var element in value.Value.EnumerateArray().Select(static element => element.GetString()).Order(StringComparer.Ordinal))
                {
                    writer.WriteStringValue(element);
                }

                writer.WriteEndArray();
                break;
            default:
                value.Value.WriteTo(writer);
                break;
        }

        writer.WriteEndObject();
    }
}
