using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG3022: a query whose range of sort keys holds items of another entity, which it can neither ask DynamoDB to leave out nor read.</summary>
internal static class ForeignItems
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ForeignItems,
        title: "Query range holds items of another entity",
        messageFormat: "'{0}' also meets the items of {1}, {2}; {3}",
        RuleCategories.Reads,
        DiagnosticSeverity.Warning,
        description: "Entities that share a partition are told apart by how their sort keys begin. "
            + "A range that takes in the sort keys of another entity reads, and bills, its items too.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static IEnumerable<Diagnostic> Check(DeclaredDesign design)
    {
        foreach (var table in design.Repositories.GroupBy(repository => repository.Model.TableType))
        {
            var keys = design.EntitiesOf(table.Key)
                .SelectMany(
                    entity => entity.Model.Keys.Concat(entity.Model.UndeclaredKeys),
                    (entity, key) => (Entity: entity, key.Index, Key: KeyTexts.Of(key)))
                .ToLookup(pair => pair.Index ?? string.Empty);
            foreach (var repository in table)
            {
                foreach (var pattern in repository.Model.Patterns.OfType<QueryPattern>())
                {
                    var own = GatheredEntities.Of(pattern) ?? [repository.Model.Entity.Name];
                    var range = KeyTexts.Of(pattern.Condition);
                    var foreign = keys[pattern.Condition.Key.Index ?? string.Empty]
                        .Where(other => !own.Contains(other.Entity.Model.Name) && KeyOverlap.Of(range, other.Key)).Select(other => other.Entity).ToArray();
                    if (foreign.Length > 0)
                    {
                        yield return Report(repository, pattern, foreign);
                    }
                }
            }
        }
    }

    private static string? Gathering(QueryPattern pattern) => pattern.Collection?.Name ?? (pattern.Form as UnionForm)?.Name;

    private static Diagnostic Report(Declared<RepositoryModel> repository, QueryPattern pattern, Declared<EntityModel>[] foreign)
    {
        var key = foreign[0].Model.Keys.Concat(foreign[0].Model.UndeclaredKeys).First(key => key.Index == pattern.Index);
        var template = key.Sort is null ? $"\"{key.PartitionTemplate}\"" : $"\"{key.PartitionTemplate}\", \"{key.SortTemplate}\"";
        var names = string.Join(", ", foreign.Select(entity => $"'{entity.Model.Name}'"));
        var place = PatternPlace.Of(repository.Type, pattern);
        return Gathering(pattern) is not { } gathering
            ? Diagnostic.Create(Rule, place, pattern.Name, names,
                $"under {template}, and fails with an ItemFormatException at the first",
                "begin the sort key of each entity with a text of its own, or return an [ItemCollection]")
            : Diagnostic.Create(Rule, place, pattern.Name, names,
                $"under {template}, which are read, billed and thrown away",
                $"add them to '{gathering}', or begin their partition key with a text of its own");
    }
}
