using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;

namespace DynamoGen.Declarations.Entities;

/// <summary>The texts that the primary keys of an entity's items begin with, by which an item without a mark is known.</summary>
/// <param name="Partition">The partition key's.</param>
/// <param name="Sort">The sort key's, or null where the table has none.</param>
internal sealed record KeyBeginning(KeyAttributeBeginning Partition, KeyAttributeBeginning? Sort)
{
    public static KeyBeginning Of(KeyModel primary) => new(Of(primary.Partition), primary.Sort is null ? null : Of(primary.Sort));

    /// <summary>The attributes that begin with a text.</summary>
    public IEnumerable<KeyAttributeBeginning> Told => new[] { Partition, Sort }.OfType<KeyAttributeBeginning>().Where(attribute => attribute.Text.Length > 0);

    private static KeyAttributeBeginning Of(KeyAttributeModel key) => new(
        key.Attribute,
        key is { Type: KeyAttributeType.String, IsMember: false } && key.Parts[0].Kind == KeyPartKind.Literal ? key.Parts[0].Text : string.Empty);
}

/// <summary>The text that the values of a key attribute begin with.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Text">The text; empty where they begin with a value.</param>
internal sealed record KeyAttributeBeginning(string Attribute, string Text);

/// <summary>How an item of an entity is known: by the name that it carries, or by its key.</summary>
/// <param name="Name">The entity's name.</param>
/// <param name="Beginning">What its keys begin with; null where each item carries its name.</param>
internal sealed record KnownEntity(string Name, KeyBeginning? Beginning);
