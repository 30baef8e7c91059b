namespace DynamoGen;

/// <summary>Stores an enum's member under another name than its own, in attributes and in keys, so that the member can be renamed.</summary>
/// <param name="name">The stored name, which no other member of the enum may have.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class EnumNameAttribute(string name) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;
}
