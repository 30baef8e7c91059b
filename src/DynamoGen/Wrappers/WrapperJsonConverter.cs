using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DynamoGen;

/// <summary>
/// Reads and writes a wrapper as JSON has its value, as a property's name too. The generated half of a <c>[Wrapper]</c> names it in a
/// <c>[JsonConverter]</c>; where a <see cref="JsonSerializerContext"/> of the same project has to know it, which sees nothing that is generated, write
/// <c>[JsonConverter(typeof(WrapperJsonConverter&lt;CustomerId, string&gt;))]</c> yourself. It uses no reflection.
/// </summary>
/// <typeparam name="TWrapper">The wrapper.</typeparam>
/// <typeparam name="TValue">The type of its value.</typeparam>
/// <remarks>
/// What the value's type does not take, null, and what the wrapper's constructor refuses by an <see cref="ArgumentException"/> or a
/// <see cref="FormatException"/>, is a <see cref="JsonException"/>.
/// </remarks>
public sealed class WrapperJsonConverter<TWrapper, TValue> : JsonConverter<TWrapper>
    where TWrapper : struct, IWrapper<TWrapper, TValue>
    where TValue : notnull
{
    private static readonly bool IsNumber = default(TValue) is sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128
        or Half or float or double or decimal;

    /// <inheritdoc/>
    public override TWrapper Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (IsNumber && reader.TokenType == JsonTokenType.String && options.NumberHandling.HasFlag(JsonNumberHandling.AllowReadingFromString))
        {
            // What stands inside of the quotes is the number's own JSON.
            var number = new Utf8JsonReader(Encoding.UTF8.GetBytes(reader.GetString()!));
            number.Read();
            var value = TWrapper.ValueConverter.Read(ref number, typeof(TValue), options);

            // Throws where something follows.
            number.Read();
            return Wrap(value);
        }

        return Wrap(TWrapper.ValueConverter.Read(ref reader, typeof(TValue), options));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TWrapper value, JsonSerializerOptions options)
    {
        if (IsNumber && options.NumberHandling.HasFlag(JsonNumberHandling.WriteAsString))
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var number = new Utf8JsonWriter(buffer))
            {
                TWrapper.ValueConverter.Write(number, value.Value, options);
            }

            writer.WriteStringValue(buffer.WrittenSpan);
            return;
        }

        TWrapper.ValueConverter.Write(writer, value.Value, options);
    }

    /// <inheritdoc/>
    public override TWrapper ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Wrap(TWrapper.ValueConverter.ReadAsPropertyName(ref reader, typeof(TValue), options));

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TWrapper value, JsonSerializerOptions options) =>
        TWrapper.ValueConverter.WriteAsPropertyName(writer, value.Value, options);

    private static TWrapper Wrap(TValue? value)
    {
        if (value is null)
        {
            throw new JsonException($"A {typeof(TWrapper).Name} is never null.");
        }

        try
        {
            return TWrapper.FromValue(value);
        }
        catch (Exception refusal) when (refusal is ArgumentException or FormatException)
        {
            throw new JsonException($"The value is no {typeof(TWrapper).Name}.", refusal);
        }
    }
}
