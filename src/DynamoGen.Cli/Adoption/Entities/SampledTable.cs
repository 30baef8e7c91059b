using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Tables;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>Makes the file of a table of which items were sampled.</summary>
internal static class SampledTable
{
    public static FileDraft Draft(TableSample sample)
    {
        var types = new NameSet(NameSet.OfTypes, "Item");
        var forms = new ValueForms(types);
        var table = Table(sample, types, forms);
        var source = FormattableString.Invariant($"{(sample.IsWhole ? "all" : "a sample of")} {sample.Items.Count} items of the table '{sample.Table.Name}'");
        return new FileDraft($"'dotnet dynamogen adopt table' from {source}", "no item of the sample had", [table], forms.Records);
    }

    private static TableDraft Table(TableSample sample, NameSet types, ValueForms forms)
    {
        var beginnings = new KeyBeginnings(sample.Key, sample.Items);
        var mark = ItemMark.Find(sample, beginnings);
        var stored = sample.Items.SelectMany(item => item.Keys).ToHashSet(StringComparer.Ordinal);
        var isOwnVersion = mark == TableDraft.UsualType
            && sample.Items.All(item => !item.TryGetValue(TableDraft.UsualVersion, out var value) || value.N is not null);
        IReadOnlyCollection<string> taken = mark is null ? [] : isOwnVersion ? [mark, TableDraft.UsualVersion] : [mark];

        var name = types.Take(TableDraft.NameOf(sample.Table.Name));
        var drafts = new EntityDrafts(sample, taken, types, forms);
        var entities = ItemGroup.Of(sample, mark, beginnings).Select(drafts.Of).ToList();
        (string Type, string Version)? marks = mark is not null || TableDraft.NeedMarks(entities)
            ? (mark ?? Free(TableDraft.UsualType, stored), isOwnVersion ? TableDraft.UsualVersion : Free(TableDraft.UsualVersion, stored))
            : null;
        return new TableDraft(sample.Table, name, marks, entities, [.. Doubts(sample, mark, marks)]);
    }

    /// <summary>The usual name, or one that no item uses.</summary>
    private static string Free(string usual, HashSet<string> stored)
    {
        var name = usual;
        while (stored.Contains(name))
        {
            name = "_" + name;
        }

        return name;
    }

    private static IEnumerable<string> Doubts(TableSample sample, string? mark, (string Type, string Version)? marks)
    {
        if (sample.Items.Count == 0)
        {
            yield return "the table has no items, so that there is no entity";
        }

        if (mark is null && marks is { } added)
        {
            yield return TableDraft.AddedMarks(added);
        }

        var unmarked = mark is null ? 0 : sample.Items.Count(item => ItemMark.Of(item, mark) is null);
        if (unmarked > 0)
        {
            yield return FormattableString.Invariant(
                $"{unmarked} of {sample.Items.Count} items carry no '{mark}'; Get and Query of one entity read them, and nothing else does");
        }

        if (marks is { Version: not TableDraft.UsualVersion })
        {
            yield return $"its items have an attribute '{TableDraft.UsualVersion}' of their own, so that the mark of the version has another name";
        }
    }
}
