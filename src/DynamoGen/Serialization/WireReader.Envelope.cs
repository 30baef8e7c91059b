using System.Text;

namespace DynamoGen.Serialization;

public ref partial struct WireReader
{
    /// <summary>How many bytes the name of a mark has at most, as that of each attribute that a table or an index names.</summary>
    private const int LongestMark = 255;

    /// <summary>The name of the entity that the item at this position carries in <c>_t</c>, or empty; the position stays.</summary>
    /// <exception cref="ItemFormatException">The attribute is no S.</exception>
    public readonly ReadOnlySpan<byte> PeekEntity() => PeekEntity("_t"u8);

    /// <summary>The name of the entity that the item at this position carries, or empty; the position stays.</summary>
    /// <param name="attribute">The attribute that holds it.</param>
    /// <exception cref="ItemFormatException">The attribute is no S.</exception>
    public readonly ReadOnlySpan<byte> PeekEntity(ReadOnlySpan<byte> attribute)
    {
        var probe = this;
        return probe.Find(attribute) ? probe.ReadStringBytes() : default;
    }

    /// <summary>Whether a key of the item at this position begins with a text; the position stays.</summary>
    /// <param name="attribute">The key's attribute.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ItemFormatException">The attribute is no S.</exception>
    public readonly bool Begins(ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> text) => PeekEntity(attribute).StartsWith(text);

    /// <summary>
    /// As <see cref="PeekEntity()"/>, and empty too where the attribute is something else than text: the item is another program's. The position goes on.
    /// </summary>
    /// <param name="attribute">The attribute that holds it.</param>
    internal ReadOnlySpan<byte> FindEntityIfText(string attribute)
    {
        Span<byte> name = stackalloc byte[LongestMark];
        if (!Find(name[..Encoding.UTF8.GetBytes(attribute, name)]))
        {
            return default;
        }

        BeginObject();
        return NextMember(out var type) && type.SequenceEqual("S"u8) ? ReadText() : default;
    }

    /// <summary>Reads the value of <c>_t</c> and verifies that the item is of the entity.</summary>
    /// <param name="entity">The entity's name.</param>
    /// <exception cref="ItemFormatException">The item belongs to another entity.</exception>
    public void ExpectEntity(ReadOnlySpan<byte> entity)
    {
        var found = ReadStringBytes();
        if (!found.SequenceEqual(entity))
        {
            throw WrongEntity("_t");
        }
    }

    /// <summary>Verifies that the item is of the entity, unless the bytes that say so were predicted.</summary>
    /// <param name="isNamed">Whether the value of <c>_t</c> is still to be read.</param>
    /// <param name="entity">The entity's name.</param>
    /// <exception cref="ItemFormatException">The item belongs to another entity.</exception>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public void ExpectEntity(bool isNamed, ReadOnlySpan<byte> entity)
    {
        if (isNamed)
        {
            ExpectEntity(entity);
        }
    }

    /// <summary>Verifies that the item is of the entity, unless the bytes that say so were predicted.</summary>
    /// <param name="isNamed">Whether the name is still to be read.</param>
    /// <param name="entity">The entity's name.</param>
    /// <param name="attribute">The attribute that holds it, for the error.</param>
    /// <exception cref="ItemFormatException">The item belongs to another entity.</exception>
    public void ExpectEntity(bool isNamed, ReadOnlySpan<byte> entity, string attribute)
    {
        if (isNamed && !ReadStringBytes().SequenceEqual(entity))
        {
            throw WrongEntity(attribute);
        }
    }

    /// <summary>Verifies that the version can be read, unless the bytes that say so were predicted.</summary>
    /// <param name="isNamed">Whether the value of <c>_v</c> is still to be read.</param>
    /// <param name="newest">The newest version that can be read.</param>
    /// <exception cref="UnknownVersionException">The item is newer.</exception>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public void ExpectVersion(bool isNamed, int newest)
    {
        if (isNamed)
        {
            ReadVersion(newest);
        }
    }

    /// <summary>The version that the item at this position carries in <c>_v</c>, or 1 where it carries none; the position stays.</summary>
    /// <param name="entity">The entity's name, for errors.</param>
    /// <param name="newest">The newest version that can be read.</param>
    /// <exception cref="UnknownVersionException">The item is newer.</exception>
    /// <exception cref="ItemFormatException">The item is malformed, or its version is no number from 1.</exception>
    public readonly int PeekVersion(string entity, int newest) => PeekVersion(entity, newest, "_v"u8);

    /// <summary>The version that the item at this position carries, or 1 where it carries none; the position stays.</summary>
    /// <param name="entity">The entity's name, for errors.</param>
    /// <param name="newest">The newest version that can be read.</param>
    /// <param name="attribute">The attribute that holds it.</param>
    /// <exception cref="UnknownVersionException">The item is newer.</exception>
    /// <exception cref="ItemFormatException">The item is malformed, or its version is no number from 1.</exception>
    public readonly int PeekVersion(string entity, int newest, ReadOnlySpan<byte> attribute)
    {
        var probe = this;
        probe.BeginItem(entity);
        while (probe.NextMember(out var name))
        {
            if (name.SequenceEqual(attribute))
            {
                return VersionCensus.Count(entity, probe.ReadVersion(newest), newest);
            }

            probe.SkipValue();
        }

        return VersionCensus.Count(entity, 1, newest);
    }

    /// <summary>Reads the value of <c>_v</c>.</summary>
    /// <param name="newest">The newest version that can be read.</param>
    /// <exception cref="UnknownVersionException">The item is newer.</exception>
    /// <exception cref="ItemFormatException">The value is no number from 1.</exception>
    public int ReadVersion(int newest)
    {
        var start = _position;
        var version = ReadNumber<int>();
        if (version < 1)
        {
            throw Unfit(start, "N (a version from 1)", "a lower number");
        }

        return version <= newest ? version : throw new UnknownVersionException(Entity ?? string.Empty, version, newest);
    }

    /// <summary>Steps over a JSON value and returns it as it is written.</summary>
    internal ReadOnlySpan<byte> ReadRawJson()
    {
        SkipWhitespace();
        var start = _position;
        SkipJson();
        return _json[start.._position];
    }

    private bool Find(scoped ReadOnlySpan<byte> attribute)
    {
        BeginObject();
        while (NextMember(out var name))
        {
            if (name.SequenceEqual(attribute))
            {
                return true;
            }

            SkipValue();
        }

        return false;
    }
}
