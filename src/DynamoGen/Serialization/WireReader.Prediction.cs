using System.Runtime.CompilerServices;

namespace DynamoGen.Serialization;

public ref partial struct WireReader
{
    /// <summary>How many places there are to learn in; each object type of an entity takes one more than its attributes, and those beyond go without.</summary>
    internal const int AttributeOrderLength = 256;

    /// <summary>The attribute that followed another one in the last item.</summary>
    /// <param name="place">The place of the attribute before it.</param>
    /// <returns>The number that was learned, or 0 for none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Predict(int place) => (uint)place < AttributeOrderLength ? _order[place] : 0;

    /// <summary>Remembers which attribute followed another one.</summary>
    /// <param name="place">The place of the attribute before it.</param>
    /// <param name="attribute">The attribute's number, 1 to 255.</param>
    public void Learn(int place, int attribute)
    {
        if ((uint)place < AttributeOrderLength)
        {
            _order[place] = (byte)attribute;
        }
    }

    /// <summary>Steps over the beginning of the attribute that was predicted, if it is what comes next.</summary>
    /// <param name="isNamed">Whether the attribute's name was read already; then there is nothing to step over.</param>
    /// <param name="beginning">A comma, the name and the colon.</param>
    /// <returns>Whether the attribute's value comes next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNext(bool isNamed, ReadOnlySpan<byte> beginning) => isNamed || TryTakeMember(beginning);

    /// <summary>Steps over the beginning of the attribute that was predicted and of its value, if that is what comes next.</summary>
    /// <param name="isNamed">Whether the attribute's name was read already; then its value is begun.</param>
    /// <param name="beginning">A comma, the name, the colon, and the value up to its content.</param>
    /// <param name="type">The value's type descriptor; its content stands in quotes.</param>
    /// <returns>Whether the value's content comes next.</returns>
    /// <exception cref="ItemFormatException">The attribute has another type.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNext(bool isNamed, ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> type)
    {
        if (!isNamed)
        {
            return TryTakeMember(beginning);
        }

        BeginValue(type);
        Expect((byte)'"');
        return true;
    }

    /// <summary>Steps over the object's end, if it comes next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEndObject()
    {
        if ((uint)_position >= (uint)_json.Length || _json[_position] != (byte)'}')
        {
            return false;
        }

        _position++;
        _depth--;
        _first = false;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakeMember(ReadOnlySpan<byte> beginning)
    {
        if (!_first)
        {
            return TryTake(beginning);
        }

        if (!TryTake(beginning[1..]))
        {
            return false;
        }

        _first = false;
        return true;
    }
}
