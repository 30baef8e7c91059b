using DynamoGen.Cli.Adoption.Classes;
using DynamoGen.Cli.Adoption.Entities;
using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Tables;

namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>Makes the file of the classes that <c>DynamoDBContext</c> maps.</summary>
internal sealed class MappedFile
{
    private const string Version1 = "V1";

    private readonly SourceTypes _source;
    private readonly string? _conversion;
    private readonly NameSet _names = new(NameSet.OfTypes, "Item");
    private readonly WrittenTypes _types;
    private readonly List<string> _doubts = [];

    private MappedFile(SourceTypes source, string? conversion)
    {
        (_source, _conversion) = (source, conversion);
        _types = new WrittenTypes(source, _names);
    }

    /// <param name="source">The types of the files.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="conversion">The context's conversion, <c>V1</c> or <c>V2</c>; null where nobody said it.</param>
    /// <param name="from">What was read.</param>
    public static FileDraft Draft(SourceTypes source, IReadOnlyList<MappedClass> classes, string? conversion, string from) =>
        new MappedFile(source, conversion).Draft(classes, from);

    private FileDraft Draft(IReadOnlyList<MappedClass> classes, string from)
    {
        if (_conversion is null && classes.Any(mapped => mapped.Conversion is null))
        {
            _doubts.Add("taken for the conversion V1, which is the context's default; where it is told to use V2, say --conversion V2");
        }

        // The classes keep their names, whatever the tables are named.
        var named = classes.Select(mapped => (Class: mapped, Name: _names.Take(WrittenTypes.NameOf(mapped.Type)))).ToList();
        var tables = named.GroupBy(pair => pair.Class.Table).Select(group => Table(group.Key, [.. group])).OfType<TableDraft>().ToList();
        return new FileDraft($"'dotnet dynamogen adopt class' from {from}", "the class does not name", tables, _types.Records)
        {
            Enums = _types.Enums,
            BooleanConverter = _types.NeededConverter,
            Doubts = _doubts,
        };
    }

    private TableDraft? Table(string name, IReadOnlyList<(MappedClass Class, string Name)> classes)
    {
        var drafts = classes.Select(pair => Class(pair.Class, pair.Name)).OfType<ClassDraft>().ToList();
        if (drafts.Count == 0)
        {
            return null;
        }

        var shape = new TableShape(name, drafts[0].Key, [.. drafts.SelectMany(draft => draft.Indexes).DistinctBy(index => index.Name)]);
        var entities = drafts.Select(draft => draft.Entity).ToList();
        (string, string)? marks = TableDraft.NeedMarks(entities) ? (TableDraft.UsualType, TableDraft.UsualVersion) : null;
        return new TableDraft(shape, _names.Take(TableDraft.NameOf(name)), marks, entities, [.. Doubts(shape, classes, drafts, marks)]);
    }

    private static IEnumerable<string> Doubts(
        TableShape shape, IReadOnlyList<(MappedClass Class, string Name)> classes, List<ClassDraft> drafts, (string Type, string Version)? marks)
    {
        if (classes.Any(pair => !pair.Class.IsTableKnown))
        {
            yield return "no file that was read tells the table's name; write it";
        }

        if (drafts.Any(draft => !draft.Key.Columns.SequenceEqual(shape.Key.Columns)))
        {
            yield return "its classes have different keys; the table has that of the first one";
        }

        if (shape.Indexes.Count > 0)
        {
            yield return "a class does not tell what an index projects; where that is not ALL, say Projection, and [Hydrate] at its queries";
        }

        if (marks is { } added)
        {
            yield return TableDraft.AddedMarks(added);
        }
    }

    private ClassDraft? Class(MappedClass mapped, string name)
    {
        var manner = new StorageManner((mapped.Conversion ?? _conversion ?? Version1) == Version1, mapped.Casing == NameCasing.CamelCase);
        var properties = new ClassProperties(_source, _types, manner, name) { IsCamelCase = mapped.Casing != NameCasing.AsIs }.Of(mapped.Members, out var left);
        List<string> doubts = [.. left, .. MissingBase(mapped.Type)];
        var keys = new ClassKeys(properties);
        if (keys.Table is not { } key)
        {
            _doubts.AddRange(doubts);
            _doubts.Add($"'{mapped.Type.Name}' has no [DynamoDBHashKey], so that nothing is written of it");
            return null;
        }

        var indexes = keys.Indexes(doubts);
        var first = key.Attributes.SelectMany(attribute => attribute.Properties).ToList();
        var drafts = properties.Select(property => property.Draft)
            .OrderBy(draft => first.IndexOf(draft) is >= 0 and var place ? place : int.MaxValue).ToList();
        return new ClassDraft(
            new EntityDraft(
                name,
                null,
                $"The class {mapped.Type.Name}.",
                key,
                [.. indexes.Where(index => index.Key is not null).Select(index => (index.Index, index.Key!))],
                drafts,
                doubts),
            keys.Shape,
            [.. indexes.Select(index => index.Index)]);
    }

    private IEnumerable<string> MissingBase(DeclaredType type)
    {
        var seen = new HashSet<DeclaredType>();
        for (var level = type; level is not null && seen.Add(level); level = _source.BaseOf(level))
        {
            if (level.Base is { } name && _source.Find(name, level) is null && !DeclaredType.IsInterfaceName(name))
            {
                yield return $"its base class '{name}' is in no file that was read; read that too";
            }
        }
    }

    private sealed record ClassDraft(EntityDraft Entity, KeyShape Key, IReadOnlyList<IndexShape> Indexes);
}
