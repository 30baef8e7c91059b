using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DynamoGen.Serialization;

/// <summary>
/// Reads the UTF-8 JSON of a response, forward only and strictly: whatever is not the JSON that DynamoDB writes ends in an <see cref="ItemFormatException"/>.
/// Generated code reads items with it; errors name the attribute by scanning the item again, so that the good path pays nothing for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct WireReader
{
    /// <summary>Attribute values nest at most 32 levels deep, each of two levels of JSON, inside the response's own.</summary>
    private const int MaxDepth = 80;

    private readonly ReadOnlySpan<byte> _json;
    private int _position;
    private int _itemStart;
    private int _itemDepth;
    private int _depth;
    private ulong _keyed;
    private string? _accessor;
    private bool _first;
    private bool _hasLearned;
    private AttributeOrder _predicted;
    private AttributeOrder _seen;

    /// <summary>Starts at the beginning of a response.</summary>
    /// <param name="json">The whole response.</param>
    public WireReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _itemStart = -1;
    }

    /// <summary>The entity that is being read, for errors; null outside of an item.</summary>
    public string? Entity { get; private set; }

    /// <summary>The offset of the next byte to be read.</summary>
    public readonly int Position => _position;

    /// <summary>Begins an item of an entity.</summary>
    /// <param name="entity">The entity's name.</param>
    public void BeginItem(string entity)
    {
        SkipWhitespace();
        Entity = entity;
        _itemStart = _position;
        BeginObject();
        _itemDepth = _depth;
    }

    /// <summary>Ends an item begun by <see cref="BeginItem"/>, after <see cref="NextMember"/> returned false.</summary>
    public void EndItem()
    {
        Entity = null;
        _itemStart = -1;
    }

    /// <summary>Begins a JSON object.</summary>
    public void BeginObject()
    {
        Expect((byte)'{');
        Descend();
    }

    /// <summary>Begins a JSON array.</summary>
    public void BeginArray()
    {
        Expect((byte)'[');
        Descend();
    }

    /// <summary>Goes to the next member of the object, or behind the object's end.</summary>
    /// <param name="name">The member's name, unescaped.</param>
    /// <returns>False when the object has ended.</returns>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!Next((byte)'}'))
        {
            name = default;
            return false;
        }

        name = ReadText();
        Expect((byte)':');
        return true;
    }

    /// <summary>Goes to the next element of the array, or behind the array's end.</summary>
    /// <returns>False when the array has ended.</returns>
    public bool NextElement() => Next((byte)']');

    /// <summary>Begins an attribute value of one type, such as <c>{"L":</c>.</summary>
    /// <param name="type">The type descriptor: S, N, B, BOOL, NULL, M, L, SS, NS or BS.</param>
    public void BeginValue(ReadOnlySpan<byte> type)
    {
        var start = _position;
        Expect((byte)'{');
        var found = ReadText();
        if (!found.SequenceEqual(type))
        {
            _position = start;
            throw Mismatch(type, found);
        }

        Expect((byte)':');
    }

    /// <summary>Begins the value of a map and the object in it: <c>{"M":{</c>.</summary>
    public void BeginMap()
    {
        if (!TryTakeOpening((byte)'M', (byte)'{'))
        {
            BeginValue("M"u8);
            Expect((byte)'{');
        }

        Descend();
    }

    /// <summary>Begins the value of a list and the array in it: <c>{"L":[</c>.</summary>
    public void BeginList()
    {
        if (!TryTakeOpening((byte)'L', (byte)'['))
        {
            BeginValue("L"u8);
            Expect((byte)'[');
        }

        Descend();
    }

    /// <summary>Begins an attribute value whose content stands in quotes, up to behind the first of them.</summary>
    /// <param name="type">The type descriptor: S, N or B.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginQuoted(ReadOnlySpan<byte> type)
    {
        if (!TryTakeOpening(type[0], (byte)'"'))
        {
            BeginValue(type);
            Expect((byte)'"');
        }
    }

    /// <summary>Ends an attribute value begun by <see cref="BeginValue"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndValue() => Expect((byte)'}');

    /// <summary>Steps over a <c>{"NULL":true}</c> if one is next.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryReadNull()
    {
        SkipWhitespace();
        var rest = _json[_position..];
        if (rest.Length > 2 && rest[0] == (byte)'{' && rest[1] == (byte)'"' && rest[2] is not ((byte)'N' or (byte)'\\'))
        {
            return false;
        }

        var start = _position;
        Expect((byte)'{');
        if (!ReadText().SequenceEqual("NULL"u8))
        {
            _position = start;
            return false;
        }

        Expect((byte)':');
        if (!ReadJsonBoolean())
        {
            throw Malformed("true", "false");
        }

        Expect((byte)'}');
        return true;
    }

    /// <summary>Verifies that nothing but white space follows.</summary>
    public void EndOfResponse()
    {
        SkipWhitespace();
        if (_position != _json.Length)
        {
            throw Malformed("the end of the response", "more");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTake(ReadOnlySpan<byte> expected)
    {
        if (!_json[_position..].StartsWith(expected))
        {
            return false;
        }

        _position += expected.Length;
        return true;
    }

    /// <summary>Steps over the beginning of a value and of what is in it, such as <c>{"S":"</c>, in one comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakeOpening(byte type, byte content)
    {
        const ulong SixBytes = 0xFFFF_FFFF_FFFF;
        const ulong Around = 0x00_3A_22_00_22_7B;
        if (_json.Length - _position < sizeof(ulong)
            || (BinaryPrimitives.ReadUInt64LittleEndian(_json[_position..]) & SixBytes) != (Around | ((ulong)type << 16) | ((ulong)content << 40)))
        {
            return false;
        }

        _position += 6;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Next(byte end)
    {
        if (_first || (uint)_position >= (uint)_json.Length || _json[_position] != (byte)',')
        {
            return NextUnlessEnd(end);
        }

        _position++;
        return true;
    }

    private bool NextUnlessEnd(byte end)
    {
        var next = Peek();
        if (next == end)
        {
            _position++;
            _depth--;
            _first = false;
            return false;
        }

        if (!_first)
        {
            Expect((byte)',');
            SkipWhitespace();
        }

        _first = false;
        return true;
    }

    private void Descend()
    {
        _first = true;
        if (++_depth > MaxDepth)
        {
            throw Malformed("at most 32 nested levels", "more");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Expect(byte expected)
    {
        if ((uint)_position < (uint)_json.Length && _json[_position] == expected)
        {
            _position++;
            return;
        }

        ExpectAfterWhitespace(expected);
    }

    private void ExpectAfterWhitespace(byte expected)
    {
        if (Peek() != expected)
        {
            throw Malformed($"'{(char)expected}'", "other text");
        }

        _position++;
    }

    private byte Peek()
    {
        SkipWhitespace();
        return _position < _json.Length ? _json[_position] : throw Malformed("more JSON", "its end");
    }

    private void SkipWhitespace()
    {
        while ((uint)_position < (uint)_json.Length && _json[_position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _position++;
        }
    }
}
