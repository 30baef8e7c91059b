using System.Text;

namespace DynamoGen.Serialization;

/// <content>The parts of collections, of tuples and of types that are stored as one of several.</content>
public ref partial struct WireReader
{
    /// <summary>Begins one element of a set, up to behind its opening quote.</summary>
    public void BeginQuotedElement() => Expect((byte)'"');

    /// <summary>Goes to the next member of the object, up to behind the opening quote of its name, or behind the object's end.</summary>
    /// <returns>False when the object has ended.</returns>
    public bool NextQuotedName()
    {
        if (!Next((byte)'}'))
        {
            return false;
        }

        Expect((byte)'"');
        return true;
    }

    /// <summary>Begins a map whose names are data, which errors do not show.</summary>
    internal void BeginDictionary()
    {
        BeginMap();
        _keyed |= Level(_depth);
    }

    /// <summary>Ends a map begun by <see cref="BeginDictionary"/>, after its last member.</summary>
    internal void EndDictionary()
    {
        _keyed &= ~Level(_depth + 1);
        EndValue();
    }

    private readonly ulong Level(int depth) => depth - _itemDepth is >= 0 and < 64 and var level ? 1UL << level : 0;

    /// <summary>Steps over the colon behind a name begun by <see cref="NextQuotedName"/>.</summary>
    public void EndName() => Expect((byte)':');

    /// <summary>The text of a name that was read as bytes.</summary>
    /// <param name="name">The name, unescaped.</param>
    /// <exception cref="ItemFormatException">The name is not UTF-8.</exception>
    public readonly string NameText(ReadOnlySpan<byte> name)
    {
        try
        {
            return StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException invalid)
        {
            throw Malformed("a name in UTF-8", "other bytes", invalid);
        }
    }

    /// <summary>Goes to the next element of an array that must have one more.</summary>
    /// <exception cref="ItemFormatException">The array has ended.</exception>
    public void ExpectElement()
    {
        if (!NextElement())
        {
            // The error is one of the list, which must still be open to be named.
            _position -= 2;
            throw Malformed("one more element", "the end of the list");
        }
    }

    /// <summary>Steps over the end of an array that must have no more elements.</summary>
    /// <exception cref="ItemFormatException">There is another element.</exception>
    public void EndArray()
    {
        if (NextElement())
        {
            throw Malformed("the end of the list", "one more element");
        }
    }

    /// <summary>What an attribute of the M value at this position names its type by; the position stays.</summary>
    /// <param name="attribute">The attribute that names the type.</param>
    /// <returns>The name, or empty where there is none.</returns>
    /// <exception cref="ItemFormatException">The value is no M, or the attribute no S.</exception>
    public readonly ReadOnlySpan<byte> PeekDiscriminator(ReadOnlySpan<byte> attribute)
    {
        if (FirstText(attribute) is { IsEmpty: false } first)
        {
            return first;
        }

        var probe = this;
        probe.BeginValue("M"u8);
        return probe.Find(attribute) ? probe.ReadStringBytes() : default;
    }

    /// <summary>The text of the first attribute of the M value at this position, where it stands as DynamoGen writes it.</summary>
    private readonly ReadOnlySpan<byte> FirstText(ReadOnlySpan<byte> attribute)
    {
        var rest = _json[_position..];
        if (!rest.StartsWith("{\"M\":{\""u8) || !rest[7..].StartsWith(attribute) || !rest[(7 + attribute.Length)..].StartsWith("\":{\"S\":\""u8))
        {
            return default;
        }

        rest = rest[(15 + attribute.Length)..];
        var length = JsonEscapes.IndexOfEscaped(rest);
        return (uint)length < (uint)rest.Length && rest[length] == (byte)'"' ? rest[..length] : default;
    }

    /// <summary>The error for an M value whose discriminator names no derived type.</summary>
    /// <param name="attribute">The attribute that names the type.</param>
    /// <param name="type">The base type's name.</param>
    public readonly ItemFormatException UnknownDerivedType(string attribute, string type) =>
        Malformed($"an M whose '{attribute}' names a derived type of {type}", "another name, or none");

    /// <summary>The error for a stored value that a converter refuses.</summary>
    /// <param name="start">The offset at which the value begins.</param>
    /// <param name="type">The type that it would have become.</param>
    /// <param name="cause">What the converter threw.</param>
    public ItemFormatException Unconvertible(int start, string type, Exception cause)
    {
        _position = start;
        return Malformed($"a value that can become a {type}", "one that its converter refuses", cause);
    }
}
