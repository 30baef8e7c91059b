using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DynamoGen.Streams.Sinks.Services;

namespace DynamoGen.Streams.Sinks.Events;

/// <summary>Writes a request of PutEvents.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</see>.</remarks>
internal static class PutEventsRequest
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(string busName, IReadOnlyList<Entry<BusEvent>> entries)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteStartArray("Entries");
        foreach (var entry in entries)
        {
            Write(writer, busName, entry.Event);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, string busName, BusEvent message)
    {
        writer.WriteStartObject();
        writer.WriteString("EventBusName", busName);
        writer.WriteString("Source", message.Source);
        writer.WriteString("DetailType", message.DetailType);
        writer.WriteString("Detail", message.Detail);
        if (message.Time is { } time)
        {
            writer.WriteNumber("Time", time.ToUnixTimeSeconds());
        }

        if (message.Resources.Count > 0)
        {
            writer.WriteStartArray("Resources");
            foreach (var resource in message.Resources)
            {
                writer.WriteStringValue(resource);
            }

            writer.WriteEndArray();
        }

        if (message.TraceHeader is { } trace)
        {
            writer.WriteString("TraceHeader", trace);
        }

        writer.WriteEndObject();
    }
}
