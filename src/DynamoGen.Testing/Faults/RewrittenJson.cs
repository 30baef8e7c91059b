using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>Requests and responses as JSON that can be changed.</summary>
internal static class RewrittenJson
{
    public static JsonObject Read(ReadOnlyMemory<byte> json) => JsonNode.Parse(json.Span)!.AsObject();

    public static TransportRequest With(this in TransportRequest request, JsonObject body) => request with { Body = Bytes(body).WrittenMemory };

    /// <summary>The response of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mayHaveBeenApplied">Whether an earlier attempt may have been applied.</param>
    public static TransportResponse Response(JsonObject answer, bool mayHaveBeenApplied)
    {
        var written = Bytes(answer).WrittenSpan;
        var rented = ArrayPool<byte>.Shared.Rent(written.Length);
        written.CopyTo(rented);
        return new TransportResponse(rented, written.Length) { MayHaveBeenApplied = mayHaveBeenApplied };
    }

    private static ArrayBufferWriter<byte> Bytes(JsonObject json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        json.WriteTo(writer);
        writer.Flush();
        return buffer;
    }
}
