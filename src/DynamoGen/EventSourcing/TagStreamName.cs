namespace DynamoGen.EventSourcing;

/// <summary>Events of one type with one tag. Its marks are numbered from 1 without a gap, so that the next number is both its version and its lock.</summary>
internal readonly record struct TagStreamName(string Type, string Tag)
{
    private const char Separator = '|';

    /// <summary>The name of its marks. No type has the separator, so that no two pairs have one name.</summary>
    public string MarkName => $"{Type}{Separator}{Tag}";

    public static TagStreamName Of(string type, string tag)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return type.Contains(Separator, StringComparison.Ordinal)
            ? throw new ArgumentException($"The name of an event's type cannot contain '{Separator}'.", nameof(type))
            : new TagStreamName(type, tag);
    }
}
