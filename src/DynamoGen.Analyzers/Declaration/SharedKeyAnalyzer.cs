using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>
/// DG1006: two entities of one table whose primary keys can be the same, so that one item would replace the other; and DG1041, of items without marks.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedKeyAnalyzer : DynamoAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.SharedKey,
        title: "Two entities can have the same primary key",
        messageFormat: "'{0}' and {1} of table '{2}' can have the same primary key, {3}, so that one would replace the other; "
            + "begin a key of each with a text of its own",
        RuleCategories.Declaration,
        DiagnosticSeverity.Warning,
        description: "The keys of the entities of one table must never meet: what is put under the key of another entity replaces it.",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Creates the analyzer.</summary>
    public SharedKeyAnalyzer()
        : base(Rule, UnmarkedItems.Rule)
    {
    }

#pragma warning disable RS1013 // The base class begins with every compilation, where it finds the symbols that all analyzers need.
    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is null)
        {
            return;
        }

        var all = new TableEntities(context.Compilation, dynamo.Declarations);
        context.RegisterCompilationEndAction(end =>
        {
            // Two classes, and two projects, can declare one table, each for a part of its entities.
            foreach (var table in all.Tables)
            {
                var entities = table.Where(entity => entity.Model is not null).OrderBy(entity => entity.IsOwn)
                    .ThenBy(entity => entity.FullName, StringComparer.Ordinal).ToArray();
                foreach (var found in SharedKeys(entities).Concat(SharedMarkers(entities)).Concat(UnmarkedItems.Of(entities)))
                {
                    end.ReportDiagnostic(found);
                }
            }
        });
    }
#pragma warning restore RS1013

    /// <summary>Each entity once, with all of those before it whose key it can have.</summary>
    private static IEnumerable<Diagnostic> SharedKeys(TableEntity[] entities)
    {
        var keys = entities.Select(entity => KeyTexts.Of(entity.Model!.Keys[0])).ToArray();
        for (var i = 1; i < entities.Length; i++)
        {
            // Two classes of one entity name read the same items, as those of two versions do.
            var entity = entities[i];
            var others = Enumerable.Range(0, i)
                .Where(earlier => entities[earlier].Name != entity.Name
                    && entity.IsFirstSeenWith(entities[earlier])
                    && KeyOverlap.Of(keys[earlier], keys[i]))
                .Select(earlier => $"'{entities[earlier].Name}'").Distinct().ToArray();
            if (others.Length > 0)
            {
                var key = entity.Model!.Keys[0];
                var template = key.Sort is null ? $"\"{key.Partition.Template}\"" : $"\"{key.Partition.Template}\", \"{key.Sort.Template}\"";
                yield return Diagnostic.Create(Rule, entity.Place, entity.Name, string.Join(", ", others), entity.Table.Type.Name, template);
            }
        }
    }

    /// <summary>
    /// Each unique value whose marker can stand in a partition of something else: a query there would meet it. Where it can take the place of an item, that
    /// is an error of the item's declaration.
    /// </summary>
    private static IEnumerable<Diagnostic> SharedMarkers(TableEntity[] entities)
    {
        var others = entities.Select(entity => (Entity: entity, entity.Name, entity.Model!.Keys[0].Partition, Key: (KeyModel?)entity.Model.Keys[0])).ToList();
        foreach (var entity in entities)
        {
            foreach (var constraint in entity.Model!.Uniqueness?.Constraints.ToArray() ?? [])
            {
                var marker = $"a unique value of {entity.Name}";
                var met = others.Where(other => (entity == other.Entity || entity.IsFirstSeenWith(other.Entity))
                    && KeyOverlap.Of(other.Partition, constraint.Key)
                    && !(other.Key is not null && UniqueMarkers.Meet(other.Key, constraint))
                    && (other.Name, other.Partition.Template) != (marker, constraint.Key.Template)).Select(other => $"'{other.Name}'").Distinct().ToArray();
                if (met.Length > 0)
                {
                    var place = entity.Type.Attributes(DeclarationAttributes.Unique)
                        .FirstOrDefault(attribute => attribute.Text(0) == constraint.Key.Template)?.Place(0);
                    yield return Diagnostic.Create(
                        Rule, place ?? entity.Place, marker, string.Join(", ", met), entity.Table.Type.Name, $"\"{constraint.Key.Template}\"");
                }

                others.Add((entity, marker, constraint.Key, null));
            }
        }
    }
}
