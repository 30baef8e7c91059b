using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1041: an item without a mark that could be known for one of another entity, since its keys begin as those of that entity do.</summary>
internal static class UnmarkedItems
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.UnmarkedItem,
        title: "Items without marks cannot be told apart",
        messageFormat: "an item of '{0}' without a mark can be taken for one of '{1}', whose keys begin with {2}; "
            + "give the keys of '{1}' a text at their beginning that no other keys have, or let all items of '{3}' carry marks",
        RuleCategories.Declaration,
        DiagnosticSeverity.Error,
        description: "An item that does not carry the name of its entity is known by the texts that its keys begin with.",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>What is wrong with the entities of one table; each is told once.</summary>
    public static IEnumerable<Diagnostic> Of(IReadOnlyList<TableEntity> entities)
    {
        var keys = entities.Select(entity => KeyTexts.Of(entity.Model!.Keys[0])).ToArray();
        for (var i = 0; i < entities.Count; i++)
        {
            // Two classes of one entity name read the same items, as those of two versions do.
            var (entity, own) = (entities[i], keys[i]);
            var taken = entities.FirstOrDefault(other => other.Name != entity.Name
                && other.Model!.Beginning is { } beginning
                && entity.IsFirstSeenWith(other)
                && KeyOverlap.Of(Texts(beginning), own));
            if (taken is not null)
            {
                yield return Diagnostic.Create(
                    Rule, entity.Place, entity.Name, taken.Name, Shown(taken.Model!.Beginning!), entity.Table.Type.Name);
            }
        }

        foreach (var marker in Markers(entities))
        {
            yield return marker;
        }
    }

    /// <summary>The markers of unique values that could be known for items, where no mark is looked at.</summary>
    private static IEnumerable<Diagnostic> Markers(IReadOnlyList<TableEntity> entities) =>
        from entity in entities
        where !entity.Model!.Marks.AreWritten
        from other in entities
        from unique in other.Model!.Uniqueness?.Constraints.ToArray() ?? []
        where (entity == other || entity.IsFirstSeenWith(other))
            && KeyOverlap.Of(Texts(entity.Model!.Beginning!), KeyTexts.Of(UniqueMarkers.KeyOf(entity.Model!.Keys[0], unique)))
        select Diagnostic.Create(
            Rule, other.Place ?? entity.Place, $"a unique value of {other.Name}", entity.Name, Shown(entity.Model!.Beginning!), entity.Table.Type.Name);

    /// <summary>All keys that begin as those of an entity do.</summary>
    private static KeyTexts Texts(KeyBeginning beginning) => new(
        [.. new[] { beginning.Partition, beginning.Sort }.OfType<KeyAttributeBeginning>().Select(Texts)]);

    private static AttributeTexts Texts(KeyAttributeBeginning beginning)
    {
        (KeyPart, object?)[] parts = beginning.Text.Length == 0 ? [] : [(new KeyPart(KeyPartKind.Literal, beginning.Text), null)];
        var texts = AttributeTexts.Of(parts, KeyAttributeType.String, isWhole: false);
        texts.Texts.Anything();
        return texts;
    }

    private static string Shown(KeyBeginning beginning) => beginning.Told.Any()
        ? string.Join(" and ", beginning.Told.Select(key => $"\"{key.Text}\" in '{key.Attribute}'"))
        : "no text of their own";
}
