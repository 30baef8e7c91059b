namespace DynamoGen;

/// <summary>Sends a repository's access pattern to a secondary index instead of the table.</summary>
/// <param name="name">The name of an index for which the entity has a <see cref="KeyAttribute">key</see>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IndexAttribute(string name) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;
}
