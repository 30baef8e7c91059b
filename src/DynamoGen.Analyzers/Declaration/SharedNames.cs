using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>
/// Two entities of one table that have one name by which an item is known for its entity's, so that each would read the other's items.
/// </summary>
internal static class SharedNames
{
    /// <summary>What comes behind an entity's name in the marks of the markers of its unique values.</summary>
    private const string MarkerSuffix = "#unique";

    /// <param name="entity">The entity.</param>
    /// <param name="table">All entities of its table, in the order in which the later one is told of the earlier.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(TableEntity entity, IEnumerable<TableEntity> table, DeclarationProblems problems)
    {
        var all = table.ToArray();
        var place = entity.Type.Attribute(DeclarationAttributes.Entity)!.Place();
        var tableName = entity.Type.Attribute(DeclarationAttributes.Entity)!.AttributeClass!.TypeArguments[0].Name;
        if (all.TakeWhile(other => other != entity).FirstOrDefault(other => other.Name == entity.Name && !AreVersions(other, entity)) is { } same)
        {
            problems.Add(DeclarationRule.TableOrIndex, place, entity.Type.Name,
                $"its items would carry the name '{entity.Name}' in '{entity.Table.Marks.Type}', as those of '{same.FullName}' do, "
                + "so that each would be read as the other; "
                + $"give one of them a name of its own by [Entity<{tableName}>(Name = \"...\")]. "
                + "Classes for two versions of one entity have one name, different Versions and the same primary key");
        }

        if (all.FirstOrDefault(other => other.Model?.Uniqueness is not null && other.Name + MarkerSuffix == entity.Name) is { } marked)
        {
            problems.Add(DeclarationRule.TableOrIndex, place, entity.Type.Name,
                $"its name '{entity.Name}' is that of the markers of the unique values of '{marked.FullName}'; give it another Name");
        }
    }

    /// <summary>Whether they are an older and a newer class for one entity, of which one was given the name of the other.</summary>
    private static bool AreVersions(TableEntity left, TableEntity right) =>
        left.Version != right.Version
        && (left.IsNamed || right.IsNamed)
        && (left.Model is null || right.Model is null || Forms(left.Model.Keys[0]).SequenceEqual(Forms(right.Model.Keys[0])));

    private static IEnumerable<string> Forms(KeyModel key) =>
        key.Attributes.SelectMany(attribute => attribute.Parts.Select(part => $"{attribute.Attribute} {part.Form(attribute.Type)}"));
}
