using System.Text;

namespace DynamoGen.Serialization;

public ref partial struct WireReader
{
    /// <summary>The error for a required attribute that the item lacks.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="expected">The attribute type it should have.</param>
    public readonly ItemFormatException Missing(string attribute, string expected)
    {
        return new ItemFormatException(Entity, AttributePath.Of(PathBehindValue(), attribute), expected, "nothing");
    }

    /// <summary>The name that was found is text that anyone may have stored, so it is not shown.</summary>
    private readonly ItemFormatException WrongEntity(string attribute) => new(Entity, attribute, $"'{Entity}'", "another entity");

    /// <summary>The path of the attribute whose value was just read, which is closed already.</summary>
    private readonly string? PathBehindValue() =>
        _itemStart < 0 ? null : OpenAttribute.Of(_json[_itemStart..Math.Max(_itemStart, _position - 1)], _keyed);

    /// <summary>The error for a text that names no member of an enum.</summary>
    /// <param name="start">The offset at which the value begins.</param>
    /// <param name="type">The enum's name.</param>
    public ItemFormatException UnknownMember(int start, string type) => Unfit(start, $"S ({type})", "a text that names no member of it");

    private ItemFormatException Unfit(int start, string expected, string found)
    {
        _position = start;
        return Malformed(expected, found);
    }

    private readonly ItemFormatException Mismatch(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> found)
    {
        var isType = found is [_] or [_, _] || found.SequenceEqual("BOOL"u8) || found.SequenceEqual("NULL"u8);
        return Malformed(Encoding.UTF8.GetString(expected), isType ? Encoding.UTF8.GetString(found) : "an unknown attribute type");
    }

    private readonly ItemFormatException Malformed(string expected, string found, Exception? cause = null)
    {
        var path = _itemStart < 0 ? null : OpenAttribute.Of(_json[_itemStart..Math.Min(_position + 1, _json.Length)], _keyed);
        return new ItemFormatException(Entity, path, expected, found, cause);
    }
}
