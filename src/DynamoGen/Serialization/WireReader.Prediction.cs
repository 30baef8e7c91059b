using System.Runtime.CompilerServices;

namespace DynamoGen.Serialization;

public ref partial struct WireReader
{
    /// <summary>How many places there are to learn in; each object type of an entity takes one more than its attributes, and those beyond go without.</summary>
    internal const int AttributeOrderLength = 256;

    /// <summary>Takes over what another reader of such items learned.</summary>
    internal void Restore(in AttributeOrder predicted, in AttributeOrder seen) => (_predicted, _seen) = (predicted, seen);

    /// <summary>Gives away what this reader learned.</summary>
    internal readonly void Keep(out AttributeOrder predicted, out AttributeOrder seen) => (predicted, seen) = (_predicted, _seen);

    /// <summary>Whether this reader learned anything.</summary>
    internal readonly bool HasLearned => _hasLearned;

    /// <summary>Steps over text that stood elsewhere in this response before, between two values.</summary>
    /// <param name="start">Where it stood.</param>
    /// <param name="length">Its length.</param>
    /// <param name="levels">How many more objects are open behind it than before it.</param>
    /// <returns>Whether it stands here again.</returns>
    internal bool TryTakeAgain(int start, int length, int levels)
    {
        if (!_json[_position..].StartsWith(_json.Slice(start, length)))
        {
            return false;
        }

        _position += length;
        _depth += levels;
        _first = false;
        return true;
    }

    /// <summary>The attribute that probably follows another one.</summary>
    /// <param name="place">The place of the attribute before it.</param>
    /// <returns>The number that was learned, or 0 for none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Predict(int place) => (uint)place < AttributeOrderLength ? _predicted[place] : 0;

    /// <summary>
    /// Remembers which attribute followed another one. What follows for the first time, or twice in turn, is predicted; where something else follows
    /// each time, a prediction would cost more than the look-up that it saves.
    /// </summary>
    /// <param name="place">The place of the attribute before it.</param>
    /// <param name="attribute">The attribute's number, 1 to 255.</param>
    public void Learn(int place, int attribute)
    {
        if ((uint)place >= AttributeOrderLength)
        {
            return;
        }

        _hasLearned = true;
        var isSteady = _seen[place] == 0 || _seen[place] == attribute;
        _seen[place] = (byte)attribute;
        _predicted[place] = isSteady ? (byte)attribute : (byte)0;
    }

    /// <summary>Remembers which attribute followed another one, where that was not the predicted one.</summary>
    /// <param name="isNamed">Whether the attribute was found by its name.</param>
    /// <param name="place">The place of the attribute before it.</param>
    /// <param name="attribute">The attribute's number, 1 to 255.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Learn(bool isNamed, int place, int attribute)
    {
        if (isNamed)
        {
            Learn(place, attribute);
        }
    }

    /// <summary>Reads the name of the next attribute, which is not the predicted one, or steps over the object's end and remembers that.</summary>
    /// <param name="attributes">The attributes that the type knows.</param>
    /// <param name="last">The attribute before.</param>
    /// <param name="name">The name that was read.</param>
    /// <returns>The attribute's number.</returns>
    public int NextNamed(AttributeTable attributes, int last, out ReadOnlySpan<byte> name)
    {
        if (NextMember(out name))
        {
            return attributes.Find(name);
        }

        Learn(attributes.Place + last, attributes.End);
        return attributes.End;
    }

    /// <inheritdoc cref="NextNamed(AttributeTable, int, out ReadOnlySpan{byte})"/>
    public int NextNamed(AttributeTable attributes, int last) => NextNamed(attributes, last, out _);

    /// <summary>Verifies that an object had all attributes that it cannot be without.</summary>
    /// <param name="attributes">The attributes that the type knows.</param>
    /// <param name="found">Those that were found, a bit each.</param>
    /// <exception cref="ItemFormatException">One is missing.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void ThrowIfMissing(AttributeTable attributes, ulong found)
    {
        if (!attributes.IsComplete(found))
        {
            ThrowMissing(attributes, new AttributeSet(found));
        }
    }

    /// <inheritdoc cref="ThrowIfMissing(AttributeTable, ulong)"/>
    public readonly void ThrowIfMissing(AttributeTable attributes, AttributeSet found) => ThrowMissing(attributes, found);

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
    public bool IsNext(bool isNamed, ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> type) => isNamed ? BeginNamed(type) : TryTakeMember(beginning);

    /// <summary>Steps over the beginning of the attribute that was predicted and of its value, if that is what comes next and not a NULL.</summary>
    /// <inheritdoc cref="IsNext(bool, ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNextUnlessNull(bool isNamed, ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> type) =>
        isNamed ? BeginNamedUnlessNull(type) : TryTakeMember(beginning);

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

    private readonly bool IsNullNext()
    {
        var probe = this;
        return probe.TryReadNull();
    }

    private readonly void ThrowMissing(AttributeTable attributes, AttributeSet found)
    {
        if (attributes.FirstMissing(found) is { } missing)
        {
            throw Missing(missing.Name, missing.Type);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakeMember(ReadOnlySpan<byte> beginning) => _first ? TryTakeFirst(beginning) : TryTake(beginning);

    /// <summary>
    /// Begins a value whose name was read. It stands apart, as the first member does, because the run time inlines only so much into one method: what is rare
    /// must not take the place of what each member does.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool BeginNamed(ReadOnlySpan<byte> type)
    {
        BeginQuoted(type);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool BeginNamedUnlessNull(ReadOnlySpan<byte> type) => !IsNullNext() && BeginNamed(type);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryTakeFirst(ReadOnlySpan<byte> beginning)
    {
        if (!TryTake(beginning[1..]))
        {
            return false;
        }

        _first = false;
        return true;
    }
}
