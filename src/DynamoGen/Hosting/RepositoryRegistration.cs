using System.ComponentModel;
using DynamoGen.Schema;

namespace DynamoGen.Hosting;

/// <summary>A repository that was added to an application. The services have one for each.</summary>
/// <param name="name">The interface's name with its namespace.</param>
/// <param name="patterns">Its access patterns.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RepositoryRegistration(string name, IReadOnlyList<AccessPattern> patterns)
{
    /// <summary>The interface's name with its namespace.</summary>
    public string Name { get; } = name;

    /// <summary>Its access patterns.</summary>
    public IReadOnlyList<AccessPattern> Patterns { get; } = patterns;
}
