using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Lifecycle;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Uniqueness;

/// <summary>Reads the <c>[Unique]</c> attributes of an entity.</summary>
internal static class UniqueParser
{
    public static UniquenessModel? Parse(
        INamedTypeSymbol type, ObjectValue shape, TableModel table, LifecycleModel lifecycle, KeyModel primary, DeclarationProblems problems)
    {
        var constraints = new List<UniqueModel>();
        var classes = new FreeNames([GeneratedMembers.Keys(type)]);
        foreach (var attribute in type.Attributes(DeclarationAttributes.Unique))
        {
            var template = attribute.Text(0) ?? string.Empty;
            var parser = new KeyPartParser(type, shape, isTableKey: false, problems);
            if (parser.Parse(template, KeyAttributeType.String, attribute.Place(0), shards: 0) is not { } parts)
            {
                continue;
            }

            var properties = parts.Where(part => part.IsPlaceholder).ToArray();
            if (Problem(properties, shape, lifecycle, primary, table) is { } reason)
            {
                problems.Add(DeclarationRule.KeyTemplate, attribute.Place(0), type.Name, template, reason);
            }

            constraints.Add(new UniqueModel(
                classes.Take("Unique" + string.Concat(properties.Select(part => part.Text))),
                new KeyAttributeModel(table.PartitionKey, template, new EquatableArray<KeyPart>(parts))));
        }

        return constraints.Count == 0
            ? null
            : new UniquenessModel(
                new EquatableArray<UniqueModel>(constraints),
                new EquatableArray<string>(Attributes(constraints, shape)),
                TypeIdentities.FreeMemberName(type, "UniqueValues", "ItemUniqueValues"),
                TypeIdentities.FreeMemberName(type, "UniqueChanges", "ItemUniqueChanges"));
    }

    private static string? Problem(KeyPart[] properties, ObjectValue shape, LifecycleModel lifecycle, KeyModel primary, TableModel table)
    {
        var stamped = lifecycle.Kept.FirstOrDefault(member => properties.Any(part => part.Text == member.Property));
        var unstored = properties.FirstOrDefault(part => shape.Members.All(member => member.Property != part.Text || !member.IsStored));
        return table.PartitionKeyType != KeyAttributeType.String || (table.SortKey is not null && table.SortKeyType != KeyAttributeType.String)
            ? "needs a table whose keys are text, for its marker"
            : properties.Length == 0 ? "holds no value that could be unique"
            : stamped is not null ? $"holds '{stamped.Property}', which each write sets"
            : unstored is not null ? $"holds '{unstored.Text}', which is not stored"
            : properties.All(part => primary.Parts.Any(own => own.Text == part.Text)) ? "is made of the primary key, which is unique as it is"
            : null;
    }

    private static IEnumerable<string> Attributes(IEnumerable<UniqueModel> constraints, ObjectValue shape)
    {
        var properties = constraints.SelectMany(constraint => constraint.Properties).Select(part => part.Text).Distinct();
        return properties.SelectMany(property => shape.Members.Where(member => member.Property == property))
            .SelectMany(member => member.Upcasters.SelectMany(upcaster => upcaster.Attributes).Concat([member.Attribute]))
            .Concat(shape.OlderShapes.SelectMany(older => older.Stored.ReadAttributes)).Distinct();
    }
}
