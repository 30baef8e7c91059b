namespace DynamoGen;

/// <summary>
/// Names the attribute that a parameter of an <see cref="UpcastAttribute">upcaster</see> takes. Without it, one of several parameters takes the attribute of
/// the property that has its name, as a constructor's parameter does, or else the attribute of its own name, which then begins with a capital.
/// </summary>
/// <param name="name">The attribute's name in items of the older version.</param>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    /// <summary>The attribute's name in items of the older version.</summary>
    public string Name { get; } = name;
}
