using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Tables;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>A table with its entities, as they are to be written.</summary>
/// <param name="Sample">What is known of the table.</param>
/// <param name="Name">The name of its class.</param>
/// <param name="Mark">The attribute that tells its items apart; null where none does.</param>
/// <param name="Marks">The names of the marks of type and version; null where items have none.</param>
/// <param name="Entities">Its entities.</param>
/// <param name="Records">What maps are read as.</param>
internal sealed record TableDraft(
    TableSample Sample,
    string Name,
    string? Mark,
    (string Type, string Version)? Marks,
    IReadOnlyList<EntityDraft> Entities,
    IReadOnlyList<NestedRecord> Records)
{
    public const string UsualType = "_t";
    public const string UsualVersion = "_v";

    public static TableDraft Of(TableSample sample)
    {
        var beginnings = new KeyBeginnings(sample.Key, sample.Items);
        var mark = ItemMark.Find(sample, beginnings);
        var stored = sample.Items.SelectMany(item => item.Keys).ToHashSet(StringComparer.Ordinal);
        var isOwnVersion = mark == UsualType && sample.Items.All(item => !item.TryGetValue(UsualVersion, out var value) || value.N is not null);
        IReadOnlyCollection<string> taken = mark is null ? [] : isOwnVersion ? [mark, UsualVersion] : [mark];

        var types = new NameSet(NameSet.OfTypes, "Item");
        var name = types.Take(Naming.Type(sample.Name) is { Length: > 0 } typed ? typed + "Table" : "AdoptedTable");
        var forms = new ValueForms(types);
        var drafts = new EntityDrafts(sample, taken, types, forms);
        var entities = ItemGroup.Of(sample, mark, beginnings).Select(drafts.Of).ToList();
        var needsMarks = mark is not null || entities.Where((entity, i) => entities.Take(i).Any(other => !other.Key.DiffersFrom(entity.Key))).Any();
        return new TableDraft(
            sample,
            name,
            mark,
            needsMarks ? (mark ?? Free(UsualType, stored), isOwnVersion ? UsualVersion : Free(UsualVersion, stored)) : null,
            entities,
            forms.Records);
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
}
