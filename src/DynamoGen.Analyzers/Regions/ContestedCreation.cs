using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Analyzers.Regions;

/// <summary>A write that demands that there is no item, where another may create the same one.</summary>
internal static class ContestedCreation
{
    public static bool Is(WritePattern write, EntityModel entity) =>
        write.Kind == WriteKind.Put && !HasKeyOfItsOwn(entity) && (write.Demands?.IsThere == false || DemandsNone(write.Expressions.Condition, entity));

    /// <summary>Nobody else makes a key that ends in a Guid.</summary>
    private static bool HasKeyOfItsOwn(EntityModel entity) => entity.Keys[0].Parts.LastOrDefault(part => part.IsPlaceholder) is { Kind: KeyPartKind.Guid };

    private static bool DemandsNone(Condition? condition, EntityModel entity)
    {
        var key = entity.Keys[0];
        var stored = entity.Shape.Members.Where(member => key.Parts.Any(part => part.IsPlaceholder && part.Text == member.Property))
            .Select(member => member.Attribute);
        var attributes = new HashSet<string>(key.Attributes.Select(attribute => attribute.Attribute).Concat(stored));
        return condition?.Conjuncts.Any(part => part is Existence { IsThere: false, Path.IsWhole: true } absence && attributes.Contains(absence.Path.Attribute))
            == true;
    }
}
