namespace DynamoGen.Cli.Adoption.Values;

/// <summary>A record that a map is read as.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record NestedRecord(string Name, IReadOnlyList<PropertyDraft> Properties)
{
    /// <summary>What is not certain of it.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
