using System.Numerics;

namespace DynamoGen.Serialization;

/// <content>Whole attribute values, from <c>{</c> to <c>}</c>, and elements of sets.</content>
public ref partial struct WireReader
{
    /// <summary>Steps over an attribute value of any type.</summary>
    public void SkipValue() => SkipJson();

    /// <summary>Reads a String value.</summary>
    public string ReadString()
    {
        BeginTextValue("S"u8);
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
        BeginTextValue("B"u8);
        var value = BinaryContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a Guid from a String value of 36 characters.</summary>
    public Guid ReadGuid()
    {
        BeginTextValue("S"u8);
        var value = GuidContent();
        EndValue();
        return value;
    }

    /// <summary>Reads an instant from a String value in ISO 8601 form; one without an offset is taken as UTC.</summary>
    public DateTimeOffset ReadDateTimeOffset()
    {
        BeginTextValue("S"u8);
        var value = DateTimeOffsetContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a date and time from a String value in ISO 8601 form: UTC when it has an offset, otherwise of unspecified kind.</summary>
    public DateTime ReadDateTime()
    {
        BeginTextValue("S"u8);
        var value = DateTimeContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a date from a String value <c>yyyy-MM-dd</c>.</summary>
    public DateOnly ReadDateOnly()
    {
        BeginTextValue("S"u8);
        var value = DateOnlyContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a time of day from a String value <c>HH:mm:ss.fffffff</c>.</summary>
    public TimeOnly ReadTimeOnly()
    {
        BeginTextValue("S"u8);
        var value = TimeOnlyContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a duration from a String value in the constant form <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public TimeSpan ReadTimeSpan()
    {
        BeginTextValue("S"u8);
        var value = TimeSpanContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a String value as UTF-8; the memory is the response's own where nothing had to be unescaped.</summary>
    public ReadOnlySpan<byte> ReadStringBytes()
    {
        BeginTextValue("S"u8);
        var value = TextContent();
        EndValue();
        return value;
    }

    /// <summary>Reads a Number value exactly.</summary>
    /// <typeparam name="T">A built-in number type. A number that it cannot hold without loss is an error, except that float and double take the nearest.</typeparam>
    public T ReadNumber<T>()
        where T : struct, INumber<T>
    {
        BeginTextValue("N"u8);
        var value = NumberContent<T>();
        EndValue();
        return value;
    }

    /// <summary>Reads one element of a String set.</summary>
    public string ReadStringElement()
    {
        Expect((byte)'"');
        return StringContent();
    }

    /// <summary>Reads one element of a Number set.</summary>
    /// <typeparam name="T">A built-in number type.</typeparam>
    public T ReadNumberElement<T>()
        where T : struct, INumber<T>
    {
        Expect((byte)'"');
        return NumberContent<T>();
    }

    /// <summary>Reads one element of a Binary set.</summary>
    public byte[] ReadBinaryElement()
    {
        Expect((byte)'"');
        return BinaryContent();
    }

    /// <summary>Begins an attribute value whose content stands in quotes.</summary>
    private void BeginTextValue(ReadOnlySpan<byte> type)
    {
        BeginValue(type);
        Expect((byte)'"');
    }
}
