using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
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
            var partitions = design.EntitiesOf(table.Key).SelectMany(entity => entity.Model.Keys, (entity, key) => (Entity: entity, Key: key))
                .ToLookup(pair => Partition(pair.Key));
            foreach (var repository in table)
            {
                foreach (var pattern in repository.Model.Patterns.OfType<QueryPattern>())
                {
                    var own = pattern.Collection?.Members.Select(member => member.EntityName).ToArray() ?? [repository.Model.Entity.Name];
                    var foreign = partitions[Partition(pattern.Condition.Key)].Where(other => !own.Contains(other.Entity.Model.Name)
                        && IsMet(pattern.Condition, other.Key)).Select(other => other.Entity).ToArray();
                    if (foreign.Length > 0)
                    {
                        yield return Report(repository, pattern, foreign);
                    }
                }
            }
        }
    }

    private static Diagnostic Report(Declared<RepositoryModel> repository, QueryPattern pattern, Declared<EntityModel>[] foreign)
    {
        var key = foreign[0].Model.Keys.First(key => key.Index == pattern.Index);
        var template = key.Sort is null ? $"\"{key.PartitionTemplate}\"" : $"\"{key.PartitionTemplate}\", \"{key.SortTemplate}\"";
        var names = string.Join(", ", foreign.Select(entity => $"'{entity.Model.Name}'"));
        var place = PatternPlace.Of(repository.Type, pattern);
        return pattern.Collection is null
            ? Diagnostic.Create(Rule, place, pattern.Name, names,
                $"under {template}, and fails with an ItemFormatException at the first",
                "begin the sort key of each entity with a text of its own, or return an [ItemCollection]")
            : Diagnostic.Create(Rule, place, pattern.Name, names,
                $"under {template}, which are read, billed and thrown away",
                $"add them to '{pattern.Collection.Name}', or begin their partition key with a text of its own");
    }

    private static bool IsMet(KeyConditionModel condition, KeyModel other) =>
        condition.Key.Sort is null || other.Sort is null || KeyOverlap.Of(Range(condition), other.SortAttributes.SelectMany(KeyOverlap.Texts));

    /// <summary>
    /// What the keys have in common that make one partition for the same values: the index and the form of the templates. Where no literal says what the
    /// values stand for, the names of the properties must; what merely could be one text by chance, as a name and a number could, is not worth a report.
    /// </summary>
    private static string Partition(KeyModel key)
    {
        var hasLiteral = key.PartitionAttributes.Any(attribute => attribute.Parts.Any(part => part.Kind == KeyPartKind.Literal && part.Text != "#"));
        var forms = key.PartitionAttributes
            .SelectMany(attribute => attribute.Parts.Select(part => (hasLiteral ? string.Empty : part.Text) + part.Form(attribute.Type)));
        return string.Join("\n", forms.Prepend(key.Index ?? string.Empty));
    }

    /// <summary>The sort keys that the condition takes in, as texts.</summary>
    private static List<PartTexts> Range(KeyConditionModel condition)
    {
        var types = condition.Key.SortAttributes.SelectMany(attribute => attribute.Parts.Select(_ => attribute.Type)).ToArray();
        var texts = condition.SortPrefix.Select((bound, i) => PartTexts.Of(bound.Part, types[i])).ToList();
        if (condition.SortKind == SortConditionKind.Equals)
        {
            return texts;
        }

        // A bound that is not always given leaves that side of the range open.
        if (condition.Range is { IsBeginning: false, Lower: not null, Upper: not null, LowerPart.IsNullable: false, UpperPart.IsNullable: false } range)
        {
            texts.Add(PartTexts.Of(range.LowerPart, types[texts.Count]).Between());
        }

        texts.Add(PartTexts.Anything);
        return texts;
    }
}
