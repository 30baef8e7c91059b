using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Regions;

/// <summary>DG8001: an entity by whose key the home region of an item is not known.</summary>
internal static class HomeRegion
{
    public static Diagnostic? Check(INamedTypeSymbol type, EntityModel entity, TableModel table, string property)
    {
        var key = entity.Keys[0];
        if (key.PartitionAttributes.SelectMany(attribute => attribute.Parts).FirstOrDefault(part => part.IsPlaceholder && part.Text == property) is { } part)
        {
            return Wrong(part, table) is { } wrong ? Report(PropertyPlace.Of(type, property), $"'{type.Name}.{property}' {wrong}") : null;
        }

        return PropertyPlace.Find(type, property) is null
            ? Report(Entity(type), $"'{type.Name}' has no property '{property}', by which an item of '{table.Name}' names its home region: "
                + "add it, and make it a part of the partition key")
            : Report(PrimaryKey(type), $"'{type.Name}.{property}' is no part of the partition key '{key.PartitionTemplate}', so that a call may not know which "
                + $"region writes the item: put {{{property}}} into the template");
    }

    /// <summary>Why the value names no region, as the end of a sentence; null where it does, or where only a call can tell.</summary>
    private static string? Wrong(KeyPart part, TableModel table)
    {
        switch (part.Kind)
        {
            case KeyPartKind.Text:
                return null;
            case KeyPartKind.Enum:
                var regions = table.Settings.Replicas.Where(replica => !replica.IsWitness).Select(replica => replica.Region).ToArray();
                return part.Enum!.Members.FirstOrDefault(member => !member.IsAlias && !regions.Contains(member.StoredName)) is { } member
                    ? $"can be '{member.StoredName}', in which '{table.Name}' has no replica that is written: give '{part.Enum.Name}.{member.Name}' the "
                        + $"[EnumName] of one, such as \"{regions[0]}\", or leave it out"
                    : null;
            default:
                return $"is no text, and names no region: make it a string, or an enum whose stored names are regions of '{table.Name}'";
        }
    }

    private static Diagnostic Report(Location? place, string message) => Diagnostic.Create(RegionDescriptors.HomeRegion, place, message);

    private static Location? Entity(INamedTypeSymbol type) => type.Attribute(DeclarationAttributes.Entity)?.Place();

    private static Location? PrimaryKey(INamedTypeSymbol type) =>
        type.Attributes(DeclarationAttributes.Key).FirstOrDefault(key => key.ConstructorArguments.Length < 3)?.Place(0) ?? Entity(type);
}
