using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>What is to be written into one file.</summary>
/// <param name="Origin">What writes it, and from what.</param>
/// <param name="Unknown">What an attribute is that no property names.</param>
/// <param name="Tables">The tables.</param>
/// <param name="Records">What maps are read as.</param>
internal sealed record FileDraft(string Origin, string Unknown, IReadOnlyList<TableDraft> Tables, IReadOnlyList<NestedRecord> Records)
{
    /// <summary>The enums of properties.</summary>
    public IReadOnlyList<EnumDraft> Enums { get; init; } = [];

    /// <summary>The name of a converter of truth values that are stored as 1 and 0; null where none is needed.</summary>
    public string? BooleanConverter { get; init; }

    /// <summary>What is not certain of all of it.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
