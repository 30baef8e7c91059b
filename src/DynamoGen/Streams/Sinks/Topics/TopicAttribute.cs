using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>The value of an attribute of a message, by which subscriptions can filter.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">message attributes</see>.</remarks>
public sealed record TopicAttribute
{
    private TopicAttribute(string dataType, string? text, ReadOnlyMemory<byte> bytes) => (DataType, StringValue, BinaryValue) = (dataType, text, bytes);

    /// <summary>The type that SNS knows it by: <c>String</c>, <c>String.Array</c>, <c>Number</c> or <c>Binary</c>.</summary>
    public string DataType { get; }

    /// <summary>The value; null where it is bytes.</summary>
    public string? StringValue { get; }

    /// <summary>The value where it is bytes.</summary>
    public ReadOnlyMemory<byte> BinaryValue { get; }

    /// <summary>The bytes that count for the size of a message, but for those of the attribute's name.</summary>
    internal long Size => Encoding.UTF8.GetByteCount(DataType) + (StringValue is null ? BinaryValue.Length : Encoding.UTF8.GetByteCount(StringValue));

    /// <summary>A text.</summary>
    /// <param name="value">The text, which is not empty.</param>
    public static TopicAttribute Text(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return new TopicAttribute("String", value, default);
    }

    /// <summary>Several texts, any of which a filter can match.</summary>
    /// <param name="values">The texts.</param>
    public static TopicAttribute Texts(params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }

        return new TopicAttribute("String.Array", Encoding.UTF8.GetString(json.ToArray()), default);
    }

    /// <summary>A number.</summary>
    /// <param name="value">The number; filters know numbers from -10^9 to 10^9, to 5 places.</param>
    public static TopicAttribute Number(decimal value) => new("Number", value.ToString(CultureInfo.InvariantCulture), default);

    /// <summary>Bytes, by which no subscription can filter.</summary>
    /// <param name="value">The bytes, which are not empty and do not change.</param>
    public static TopicAttribute Bytes(ReadOnlyMemory<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfZero(value.Length);
        return new TopicAttribute("Binary", null, value);
    }
}
