using System.Buffers;
using System.Text.Json;

namespace DynamoGen.Benchmarks.Types;

/// <summary>Writes JSON again with <see cref="Utf8JsonWriter"/>, which gets every text and number as the bytes that it has to copy.</summary>
internal sealed class TokenReplay
{
    private readonly List<(JsonTokenType Type, byte[] Text)> _tokens = [];
    private readonly ArrayBufferWriter<byte> _written;
    private readonly Utf8JsonWriter _writer;

    public TokenReplay(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            _tokens.Add((reader.TokenType, reader.ValueSpan.ToArray()));
        }

        _written = new ArrayBufferWriter<byte>(json.Length + 1024);
        _writer = new Utf8JsonWriter(_written);
        Write();
        if (!_written.WrittenSpan.SequenceEqual(json))
        {
            Console.WriteLine("  (Utf8JsonWriter escapes some of these bytes)");
        }
    }

    public void Write()
    {
        _written.ResetWrittenCount();
        _writer.Reset();
        foreach (var (type, text) in _tokens)
        {
            switch (type)
            {
                case JsonTokenType.StartObject:
                    _writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    _writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    _writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    _writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName:
                    _writer.WritePropertyName(text);
                    break;
                case JsonTokenType.String:
                    _writer.WriteStringValue(text);
                    break;
                default:
                    _writer.WriteBooleanValue(type == JsonTokenType.True);
                    break;
            }
        }

        _writer.Flush();
    }
}
