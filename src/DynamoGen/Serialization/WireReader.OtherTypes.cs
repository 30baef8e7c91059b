namespace DynamoGen.Serialization;

/// <content>Attribute values of properties that are read from other types than their own.</content>
public ref partial struct WireReader
{
    /// <summary>Whether the attribute value at this position is an SS, NS or BS; the position stays.</summary>
    public bool IsSetNext() => PeekType() is [(byte)'S' or (byte)'N' or (byte)'B', (byte)'S'];

    /// <summary>Whether the attribute value at this position is an L; the position stays.</summary>
    public bool IsListNext() => PeekType() is [(byte)'L'];

    /// <summary>Reads a Bool value, or a Number value that is 0 for false or 1 for true.</summary>
    /// <exception cref="ItemFormatException">The value is of another type, or another number.</exception>
    public bool ReadBooleanOrNumber()
    {
        if (PeekType() is not [(byte)'N'])
        {
            return ReadBoolean();
        }

        var start = _position;
        return ReadNumber<decimal>() switch
        {
            0 => false,
            1 => true,
            _ => throw Unfit(start, "BOOL, or N (0 or 1)", "another number"),
        };
    }

    private ReadOnlySpan<byte> PeekType()
    {
        SkipWhitespace();
        var start = _position;
        Expect((byte)'{');
        var type = ReadText();
        _position = start;
        return type;
    }
}
