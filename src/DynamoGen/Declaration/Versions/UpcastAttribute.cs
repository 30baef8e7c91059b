namespace DynamoGen;

/// <summary>
/// Marks a static method of an entity that turns the value that version <paramref name="from"/> stored for a property into the value of version
/// <c>from + 1</c>. The build proves that the upcasters of an entity leave no gap up to its current version.
/// </summary>
/// <param name="from">The version whose stored value the method takes, from 1.</param>
/// <param name="property">The property it yields a value for: use <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public sealed class UpcastAttribute(int from, string property) : Attribute
{
    /// <summary>The version whose stored value the method takes.</summary>
    public int From { get; } = from;

    /// <summary>The property that the method yields a value for.</summary>
    public string Property { get; } = property;

    /// <summary>The attribute that held the value in version <see cref="From"/>, where it was stored under another name.</summary>
    public string? StoredAs { get; init; }
}
