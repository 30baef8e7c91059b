using System.Numerics;

namespace DynamoGen.Serialization;

/// <content>Whole attribute values, from <c>{</c> to <c>}</c>, and elements of sets.</content>
public ref partial struct WireReader
{
    /// <summary>Steps over an attribute value of any type.</summary>
    public void SkipValue()
    {
        // Nobody knows which names in it are data; those of the item's own attributes are not.
        var keyed = _keyed;
        _keyed |= ulong.MaxValue << Math.Clamp(_depth - _itemDepth, 1, 63);
        SkipJson();
        _keyed = keyed;
    }

    /// <summary>Reads a String value.</summary>
    public string ReadString()
    {
        BeginQuoted("S"u8);
        var value = StringContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a Bool value.</summary>
    public bool ReadBoolean()
    {
        BeginValue("BOOL"u8);
        var value = BooleanContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a Binary value.</summary>
    public byte[] ReadBinary()
    {
        BeginQuoted("B"u8);
        var value = BinaryContent();
        EndValue();
        return value;
    }

    /// <summary>Reads one character from a String value.</summary>
    public char ReadChar()
    {
        BeginQuoted("S"u8);
        var value = CharContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a Guid from a String value of 36 characters.</summary>
    public Guid ReadGuid()
    {
        BeginQuoted("S"u8);
        var value = GuidContent();
        EndValue();
        return value;
    }

    /// <summary>Reads an instant from a String value in ISO 8601 form; one without an offset is taken as UTC.</summary>
    public DateTimeOffset ReadDateTimeOffset()
    {
        BeginQuoted("S"u8);
        var value = DateTimeOffsetContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a date and time from a String value in ISO 8601 form: UTC when it has an offset, otherwise of unspecified kind.</summary>
    public DateTime ReadDateTime()
    {
        BeginQuoted("S"u8);
        var value = DateTimeContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a date from a String value <c>yyyy-MM-dd</c>.</summary>
    public DateOnly ReadDateOnly()
    {
        BeginQuoted("S"u8);
        var value = DateOnlyContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a time of day from a String value <c>HH:mm:ss.fffffff</c>.</summary>
    public TimeOnly ReadTimeOnly()
    {
        BeginQuoted("S"u8);
        var value = TimeOnlyContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a duration from a String value in ISO 8601 form, such as <c>P1DT2H3M4.5S</c>.</summary>
    public TimeSpan ReadTimeSpan()
    {
        BeginQuoted("S"u8);
        var value = TimeSpanContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a String value as UTF-8; the memory is the response's own where nothing had to be unescaped.</summary>
    public ReadOnlySpan<byte> ReadStringBytes()
    {
        BeginQuoted("S"u8);
        var value = TextContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a Number value exactly.</summary>
    /// <typeparam name="T">
    /// A built-in number type. A number that it cannot hold without loss is an error, except that float and double take the nearest.
    /// </typeparam>
    public T ReadNumber<T>()
        where T : struct, INumber<T>
    {
        BeginQuoted("N"u8);
        var value = NumberContent<T>();
        EndValue();
        return value;
    }
}
