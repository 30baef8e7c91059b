namespace DynamoGen;

/// <summary>
/// Marks a static method of an entity that turns the entity as it is now into what an older version stored, so that a build which knows no newer version can
/// read what this one writes. With an attribute it yields that attribute's value from properties of the entity, one for each parameter, by their names.
/// Without one it yields the whole item: its parameter is the entity, and it yields what the <see cref="UpcastAttribute">upcaster</see> of that version takes.
/// </summary>
/// <remarks>
/// Those of the version in <see cref="EntityAttribute{TTable}.WriteAs"/> are written by; the others wait for their version. A downcaster goes straight to its
/// version, whatever versions lie between.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public sealed class DowncastAttribute : Attribute
{
    /// <summary>Marks a downcaster that yields one attribute.</summary>
    /// <param name="to">The version whose attribute the method yields, from 1.</param>
    /// <param name="attribute">
    /// The attribute in items of that version; the name of a property, by <c>nameof</c>, stands for the attribute of that property.
    /// </param>
    public DowncastAttribute(int to, string attribute)
    {
        To = to;
        Attribute = attribute;
    }

    /// <summary>Marks a downcaster that yields whole items.</summary>
    /// <param name="to">The version whose items the method yields, from 1.</param>
    public DowncastAttribute(int to) => To = to;

    /// <summary>The version whose form the method yields.</summary>
    public int To { get; }

    /// <summary>The attribute that the method yields a value for, or null where it yields the whole item.</summary>
    public string? Attribute { get; }
}
