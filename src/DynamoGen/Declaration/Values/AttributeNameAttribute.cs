namespace DynamoGen;

/// <summary>Stores a property under another attribute name than its own. Names count towards an item's size of at most 400 KB.</summary>
/// <param name="name">The attribute's name, at most 64 KB.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AttributeNameAttribute(string name) : Attribute
{
    /// <summary>The attribute's name.</summary>
    public string Name { get; } = name;
}
