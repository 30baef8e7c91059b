using System.Collections.Concurrent;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.KeyDesign;

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

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is null)
        {
            return;
        }

        var entities = new ConcurrentBag<(INamedTypeSymbol Type, INamedTypeSymbol Table, EntityModel Model)>();
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.Has(DeclarationAttributes.Entity)
                    && EntityParser.TableType(type) is { } table
                    && EntityParser.Parse(type, new DeclarationProblems()) is { } model)
                {
                    entities.Add((type, table, model));
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            // Two classes can declare one table, each for a part of its entities.
            foreach (var table in entities.GroupBy(entity => entity.Model.TableName))
            {
                var sorted = table.OrderBy(entity => entity.Model.Type.FullName, StringComparer.Ordinal).ToArray();
                Report(end, sorted);
                ReportMarkers(end, sorted);
                foreach (var unmarked in UnmarkedItems.Of(sorted))
                {
                    end.ReportDiagnostic(unmarked);
                }
            }
        });
    }

    /// <summary>Reports each entity once, with all of those before it whose key it can have.</summary>
    private static void Report(CompilationAnalysisContext context, (INamedTypeSymbol Type, INamedTypeSymbol Table, EntityModel Model)[] entities)
    {
        var keys = entities.Select(entity => KeyTexts.Of(entity.Model.Keys[0])).ToArray();
        for (var i = 1; i < entities.Length; i++)
        {
            var (type, table, model) = entities[i];

            // Two classes of one entity name read the same items, as those of two versions do.
            var others = Enumerable.Range(0, i).Where(earlier => entities[earlier].Model.Name != model.Name && KeyOverlap.Of(keys[earlier], keys[i]))
                .Select(earlier => $"'{entities[earlier].Model.Name}'").Distinct().ToArray();
            if (others.Length > 0)
            {
                var key = model.Keys[0];
                var template = key.Sort is null ? $"\"{key.Partition.Template}\"" : $"\"{key.Partition.Template}\", \"{key.Sort.Template}\"";
                context.ReportDiagnostic(
                    Diagnostic.Create(Rule, type.Locations.FirstOrDefault(), model.Name, string.Join(", ", others), table.Name, template));
            }
        }
    }

    /// <summary>
    /// Reports each unique value whose marker can stand in a partition of something else: a query there would meet it. Where it can take the place of an
    /// item, that is an error of the item's declaration.
    /// </summary>
    private static void ReportMarkers(CompilationAnalysisContext context, (INamedTypeSymbol Type, INamedTypeSymbol Table, EntityModel Model)[] entities)
    {
        var others = entities.Select(entity => (entity.Model.Name, entity.Model.Keys[0].Partition, Key: (KeyModel?)entity.Model.Keys[0])).ToList();
        foreach (var (type, table, model) in entities)
        {
            foreach (var constraint in model.Uniqueness?.Constraints ?? default)
            {
                var marker = $"a unique value of {model.Name}";
                var met = others.Where(other => KeyOverlap.Of(other.Partition, constraint.Key)
                    && !(other.Key is not null && UniqueMarkers.Meet(other.Key, constraint))
                    && (other.Name, other.Partition.Template) != (marker, constraint.Key.Template)).Select(other => $"'{other.Name}'").Distinct().ToArray();
                if (met.Length > 0)
                {
                    var place = type.Attributes(DeclarationAttributes.Unique).FirstOrDefault(attribute => attribute.Text(0) == constraint.Key.Template)
                        ?.Place(0)
                        ?? type.Locations.FirstOrDefault();
                    context.ReportDiagnostic(Diagnostic.Create(Rule, place, marker, string.Join(", ", met), table.Name, $"\"{constraint.Key.Template}\""));
                }

                others.Add((marker, constraint.Key, null));
            }
        }
    }
}
