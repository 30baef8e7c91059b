namespace DynamoGen;

/// <summary>
/// Marks a static method of an entity that turns what an older version stored into what the next version has. With a property it yields that property's
/// value: of one attribute, or of several, one for each parameter. Without one it yields the whole item: its parameter is a type that describes what
/// items of that version hold, and it yields what the next such upcaster takes, or the entity. The build proves that the upcasters of an entity leave no
/// gap up to its current version.
/// </summary>
/// <remarks>
/// An attribute that an item lacks is what the parameter says, if there are several parameters: null, the parameter's default value, or an
/// <see cref="ItemFormatException"/> that names the entity and the attribute. An upcaster of a single attribute is not called without it.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public sealed class UpcastAttribute : Attribute
{
    /// <summary>Marks an upcaster of one property.</summary>
    /// <param name="from">The version whose stored values the method takes, from 1.</param>
    /// <param name="property">The property it yields a value for: use <c>nameof</c>.</param>
    public UpcastAttribute(int from, string property)
    {
        From = from;
        Property = property;
    }

    /// <summary>Marks an upcaster of whole items.</summary>
    /// <param name="from">The version whose items the method takes, from 1.</param>
    public UpcastAttribute(int from) => From = from;

    /// <summary>The version whose stored values the method takes.</summary>
    public int From { get; }

    /// <summary>The property that the method yields a value for, or null where it yields the whole item.</summary>
    public string? Property { get; }

    /// <summary>The attribute that held the value in version <see cref="From"/>, where it was stored under another name.</summary>
    public string? StoredAs { get; init; }
}
