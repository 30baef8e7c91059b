using DynamoGen.Cli.Adoption.Keys;
using DynamoGen.Cli.Adoption.Tables;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>An entity that is to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mark">What its items' mark says; null without one.</param>
/// <param name="Origin">What it was made of.</param>
/// <param name="Key">Its key in the table.</param>
/// <param name="IndexKeys">Its keys in indexes.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Doubts">What is not certain of it.</param>
internal sealed record EntityDraft(
    string Name,
    string? Mark,
    string Origin,
    EntityKey Key,
    IReadOnlyList<(IndexShape Index, EntityKey Key)> IndexKeys,
    IReadOnlyList<PropertyDraft> Properties,
    IReadOnlyList<string> Doubts);

/// <summary>A key of an entity, in the table or in an index.</summary>
internal sealed record EntityKey(KeyDraft Partition, KeyDraft? Sort)
{
    public IEnumerable<KeyDraft> Attributes => Sort is null ? [Partition] : [Partition, Sort];

    /// <summary>Whether no item can be of both entities, as far as their keys tell.</summary>
    public bool DiffersFrom(EntityKey other) =>
        Partition.DiffersFrom(other.Partition) || (Sort is not null && other.Sort is not null && Sort.DiffersFrom(other.Sort));
}
