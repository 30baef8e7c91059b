namespace DynamoGen.CommandLine.Documents.Locks;

/// <summary>An entity as a lock has it.</summary>
/// <param name="Name">Its name in items.</param>
/// <param name="Type">Its class.</param>
/// <param name="Version">Its version.</param>
internal sealed record LockedEntity(string Name, string Type, int Version)
{
    /// <summary>How each key attribute is built.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>How the keys of the markers are built that stand for unique values.</summary>
    public required IReadOnlyDictionary<string, string> Unique { get; init; }

    /// <summary>Its attributes, by path; what was dropped is not among them.</summary>
    public required IReadOnlyList<LockedAttribute> Attributes { get; init; }
}
