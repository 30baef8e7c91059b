namespace DynamoGen.Serialization;

public ref partial struct WireReader
{
    /// <summary>The name of the entity that the item at this position carries in <c>_t</c>, or empty; the position stays.</summary>
    /// <exception cref="ItemFormatException">The attribute is no S.</exception>
    public readonly ReadOnlySpan<byte> PeekEntity()
    {
        var probe = this;
        return probe.Find("_t"u8) ? probe.ReadStringBytes() : default;
    }

    /// <summary>
    /// As <see cref="PeekEntity"/>, and empty too where <c>_t</c> is something else than text: the item is another program's. The position goes on.
    /// </summary>
    internal ReadOnlySpan<byte> FindEntityIfText()
    {
        if (!Find("_t"u8))
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
            throw WrongEntity();
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
    public readonly int PeekVersion(string entity, int newest)
    {
        var probe = this;
        probe.BeginItem(entity);
        while (probe.NextMember(out var name))
        {
            if (name.SequenceEqual("_v"u8))
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

    private bool Find(ReadOnlySpan<byte> attribute)
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
