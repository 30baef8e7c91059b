namespace DynamoGen.Serialization;

/// <content>Whole items, with what the application's own code does while they are read.</content>
public ref partial struct WireReader
{
    /// <summary>Reads the item at this position.</summary>
    /// <typeparam name="TItem">What it is read as.</typeparam>
    /// <typeparam name="TItemReader">Reads it.</typeparam>
    /// <exception cref="ItemFormatException">
    /// The item is not one of the entity, or a constructor, accessor, converter or upcaster refuses a value; its exception is the cause.
    /// </exception>
    /// <exception cref="UnknownVersionException">The item is newer than this build.</exception>
    public TItem ReadItem<TItem, TItemReader>()
        where TItemReader : struct, IItemReader<TItem>
    {
        var start = _position;
        try
        {
            return TItemReader.Read(ref this);
        }
        catch (Exception cause) when (cause is not DynamoGenException && ForeignCode.Refuses(cause))
        {
            throw Refused(TItemReader.EntityName, start, cause);
        }
    }

    /// <summary>Says which member is set next by an accessor that the application wrote, for the error if it throws.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="attribute">The member's attribute.</param>
    /// <param name="value">The value that is set.</param>
    /// <returns>The value.</returns>
    public T ForAccessor<T>(string attribute, T value)
    {
        _accessor = attribute;
        return value;
    }

    /// <summary>Says that all members of an object are set.</summary>
    public void EndAccessors() => _accessor = null;

    /// <summary>The item is read up to the value that is refused, unless it was read to its end and a constructor or accessor refuses it.</summary>
    private readonly ItemFormatException Refused(string entity, int start, Exception cause)
    {
        var path = PathBehindValue();
        var version = StoredVersion(start) is { } stored ? $" of version {stored}" : string.Empty;
        return new ItemFormatException(
            entity,
            _accessor is null ? path : AttributePath.Of(path, _accessor),
            "what the application's code takes",
            $"a value{version} that it refuses with {cause.GetType().Name}",
            cause);
    }

    /// <summary>The version that the item carries, if it is a small number, as versions are.</summary>
    private readonly int? StoredVersion(int start)
    {
        try
        {
            var probe = new WireReader(_json[start..]);
            return probe.Find("_v"u8) ? probe.ReadVersion(UnknownVersionException.LargestShown) : null;
        }
        catch (DynamoGenException)
        {
            return null;
        }
    }
}
