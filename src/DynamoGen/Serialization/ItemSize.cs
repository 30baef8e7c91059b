using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using DynamoGen.Serialization.Numbers;

namespace DynamoGen.Serialization;

/// <summary>
/// What DynamoDB counts for an item, for its limit of 400 KB and for capacity: the bytes of names and values, without the JSON around them.
/// </summary>
/// <remarks>
/// <para>
/// Names and texts count their bytes in UTF-8, binary values their bytes, a number one byte and one more for each two significant digits and for a
/// sign below zero, true, false and null one; a list or map counts three, and one more for each element beside the element itself; a set counts its
/// elements. See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">DynamoDB item sizes and
/// formats</see>.
/// </para>
/// <para>
/// AWS publishes the size of numbers as approximate. DynamoDB Local counts the pairs of digits from the decimal point on, so that some numbers take a
/// byte more there: 1.5 counts as 01.50. What is computed here is therefore never more than what the server counts.
/// </para>
/// </remarks>
public static class ItemSize
{
    /// <summary>The largest item that DynamoDB takes: 400 KB.</summary>
    public const int MaxBytes = 409_600;

    private const int DocumentBytes = 3;
    private const int ElementBytes = 1;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 128 };

    /// <summary>The size of an item. Nothing is allocated, except from the shared pool where a text has escapes.</summary>
    /// <param name="item">The item's JSON in UTF-8, as it is in requests and responses.</param>
    /// <returns>Bytes.</returns>
    /// <exception cref="ItemFormatException">It is no item.</exception>
    public static int Of(ReadOnlySpan<byte> item)
    {
        var reader = new Utf8JsonReader(item, Options);
        try
        {
            Expect(ref reader, JsonTokenType.StartObject);
            var size = OfAttributes(ref reader, overhead: 0);
            reader.Read();
            return size;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new ItemFormatException(null, null, "an item", "other text", malformed);
        }
    }

    /// <summary>The size that an entity's item has, with its keys, index keys, <c>_t</c> and <c>_v</c>.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="entity">The entity's value.</param>
    /// <returns>Bytes.</returns>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    /// <exception cref="KeyException">A value cannot be part of a key.</exception>
    public static int Of<TEntity, TMarshaller>(TEntity entity)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        ArgumentNullException.ThrowIfNull(entity);
        using var writer = new WireWriter();
        writer.ItemOfAnySize<TEntity, TMarshaller>(entity);
        return Of(writer.Written.Span);
    }

    private static int OfAttributes(ref Utf8JsonReader reader, int overhead)
    {
        var size = 0;
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            size += overhead + OfText(ref reader, (byte)'S');
            Expect(ref reader, JsonTokenType.StartObject);
            size += OfValue(ref reader);
        }

        return size;
    }

    private static int OfValue(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.PropertyName);
        var type = reader.ValueSpan;
        var size = type switch
        {
            [(byte)'S' or (byte)'N' or (byte)'B'] => OfQuoted(ref reader, type[0]),
            [(byte)'S' or (byte)'N' or (byte)'B', (byte)'S'] => OfSet(ref reader, type[0]),
            [(byte)'L'] => DocumentBytes + OfElements(ref reader),
            [(byte)'M'] => DocumentBytes + OfMap(ref reader),
            [(byte)'B', (byte)'O', (byte)'O', (byte)'L'] when Next(ref reader) is JsonTokenType.True or JsonTokenType.False => 1,
            [(byte)'N', (byte)'U', (byte)'L', (byte)'L'] when Next(ref reader) is JsonTokenType.True => 1,
            _ => throw new JsonException("There is no attribute value."),
        };
        Expect(ref reader, JsonTokenType.EndObject);
        return size;
    }

    private static int OfQuoted(ref Utf8JsonReader reader, byte type)
    {
        Expect(ref reader, JsonTokenType.String);
        return OfText(ref reader, type);
    }

    private static int OfSet(ref Utf8JsonReader reader, byte type)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var size = 0;
        while (Next(ref reader) == JsonTokenType.String)
        {
            size += OfText(ref reader, type);
        }

        return reader.TokenType == JsonTokenType.EndArray ? size : throw new JsonException("There is something else in a set.");
    }

    private static int OfElements(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var size = 0;
        while (Next(ref reader) == JsonTokenType.StartObject)
        {
            size += ElementBytes + OfValue(ref reader);
        }

        return reader.TokenType == JsonTokenType.EndArray ? size : throw new JsonException("There is something else in a list.");
    }

    private static int OfMap(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        return OfAttributes(ref reader, ElementBytes);
    }

    private static int OfText(ref Utf8JsonReader reader, byte type)
    {
        if (!reader.ValueIsEscaped)
        {
            return OfContent(reader.ValueSpan, type);
        }

        var unescaped = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return OfContent(unescaped.AsSpan(0, reader.CopyString(unescaped)), type);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unescaped);
        }
    }

    private static int OfContent(ReadOnlySpan<byte> content, byte type) => type switch
    {
        (byte)'N' => OfNumber(content),
        (byte)'B' => Base64.IsValid(content, out var bytes) ? bytes : throw new JsonException("There is no Base64."),
        _ => content.Length,
    };

    private static int OfNumber(ReadOnlySpan<byte> text)
    {
        if (NumberText.Problem(text) is { } problem)
        {
            throw new JsonException($"There is {problem}.");
        }

        var exponent = text.IndexOfAny((byte)'e', (byte)'E');
        var digits = exponent < 0 ? text : text[..exponent];
        var first = digits.IndexOfAnyInRange((byte)'1', (byte)'9');
        if (first < 0)
        {
            return 1;
        }

        var significant = digits[first..(digits.LastIndexOfAnyInRange((byte)'1', (byte)'9') + 1)];
        var count = significant.Length - (significant.Contains((byte)'.') ? 1 : 0);
        return 1 + ((count + 1) / 2) + (text[0] == (byte)'-' ? 1 : 0);
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (Next(ref reader) != expected)
        {
            throw new JsonException($"There is no {expected}.");
        }
    }
}
