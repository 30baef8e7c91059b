using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;

namespace DynamoGen.Declarations.Patterns;

/// <summary>Tells whether an index holds what an access pattern reads from it.</summary>
internal static class IndexContent
{
    /// <summary>The attributes that the index does not hold.</summary>
    public static IReadOnlyList<string> Missing(KeyModel key, KeyModel primary, IEnumerable<string> attributes) => key.NonKeyAttributes is not { } held
        ? []
        : [.. attributes.Except(held).Except(key.Attributes.Concat(primary.Attributes).Select(attribute => attribute.Attribute))];

    /// <summary>The first attribute of whole entities that the index does not hold, or null where it holds them.</summary>
    public static string? Missing(KeyModel key, EntityModel entity)
    {
        var unknown = entity.Shape.Members.FirstOrDefault(member => member.IsCatchAll && key.NonKeyAttributes is not null);
        return unknown?.Property ?? Missing(key, entity.Keys[0], entity.Shape.StoredAttributes.Concat(entity.Marks.All)).FirstOrDefault();
    }
}
