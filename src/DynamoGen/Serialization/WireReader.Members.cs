using System.Numerics;
using System.Runtime.CompilerServices;

namespace DynamoGen.Serialization;

/// <content>The rest of members whose name and type were read: from behind the opening quote of the content to behind the value's end.</content>
public ref partial struct WireReader
{
    /// <summary>Reads the rest of a String.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string RestOfString()
    {
        var value = StringContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of a Binary.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte[] RestOfBinary()
    {
        var value = BinaryContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of one character of a String.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public char RestOfChar()
    {
        var value = CharContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of a Guid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Guid RestOfGuid()
    {
        var value = GuidContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of an instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DateTimeOffset RestOfDateTimeOffset()
    {
        var value = DateTimeOffsetContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of a date and time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DateTime RestOfDateTime()
    {
        var value = DateTimeContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of a date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DateOnly RestOfDateOnly()
    {
        var value = DateOnlyContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of a time of day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TimeOnly RestOfTimeOnly()
    {
        var value = TimeOnlyContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of a duration.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TimeSpan RestOfTimeSpan()
    {
        var value = TimeSpanContent();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of a Number.</summary>
    /// <typeparam name="T">A built-in number type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T RestOfNumber<T>()
        where T : struct, INumber<T>
    {
        var value = NumberContent<T>();
        EndValue();
        return value;
    }

    /// <summary>Reads the rest of a value whose content stands in quotes.</summary>
    /// <typeparam name="T">The C# type.</typeparam>
    /// <typeparam name="TCodec">Reads its content.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T RestOf<T, TCodec>()
        where TCodec : struct, IScalarCodec<T>
    {
        var value = TCodec.ReadContent(ref this);
        EndValue();
        return value;
    }

    /// <summary>Steps over the rest of a value whose content stands in quotes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipRest()
    {
        TextContent();
        EndValue();
    }
}
