using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Uniqueness;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>The keys of the markers of unique values.</summary>
internal static class UniqueMarkers
{
    /// <summary>The sort key of every marker, in tables that have one.</summary>
    private const string SortKey = "UNIQUE";

    /// <summary>Whether an item's primary key can be that of a marker.</summary>
    public static bool Meet(KeyModel primary, UniqueModel unique) => KeyOverlap.Of(primary, KeyOf(primary, unique));

    /// <summary>The key of a marker.</summary>
    /// <param name="primary">The primary key of an entity of its table.</param>
    /// <param name="unique">The unique value.</param>
    public static KeyModel KeyOf(KeyModel primary, UniqueModel unique) => new(
        Index: null,
        unique.Class,
        unique.Key,
        primary.Sort is null
            ? null
            : new KeyAttributeModel(primary.Sort.Attribute, SortKey, new EquatableArray<KeyPart>([new KeyPart(KeyPartKind.Literal, SortKey)])),
        Shards: 0);
}
