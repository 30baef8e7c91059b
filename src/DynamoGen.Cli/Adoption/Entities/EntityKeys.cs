using Amazon.DynamoDBv2.Model;
using DynamoGen.Cli.Adoption.Keys;
using DynamoGen.Cli.Adoption.Tables;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Entities;

/// <summary>
/// Finds the key templates of one entity. A key that no properties explain is a property itself: nothing that is read is lost then, and it is written as it
/// was read.
/// </summary>
internal sealed class EntityKeys
{
    private readonly IReadOnlyList<Dictionary<string, AttributeValue>> _items;
    private readonly IReadOnlyDictionary<string, PropertyDraft> _properties;
    private readonly HashSet<string> _tableColumns;
    private readonly string? _sort;
    private readonly List<IndexShape> _indexes;
    private readonly Dictionary<string, KeyDraft> _drafts = new(StringComparer.Ordinal);

    /// <param name="sample">The table.</param>
    /// <param name="items">The entity's items.</param>
    /// <param name="properties">A property for each attribute, those of keys included.</param>
    public EntityKeys(TableSample sample, IReadOnlyList<Dictionary<string, AttributeValue>> items, IReadOnlyDictionary<string, PropertyDraft> properties)
    {
        (_items, _properties) = (items, properties);
        _tableColumns = sample.Key.Columns.Select(column => column.Attribute).ToHashSet(StringComparer.Ordinal);
        _sort = sample.Key.Sort.FirstOrDefault()?.Attribute;
        _indexes =
        [
            .. sample.Table.Indexes.Where(index =>
                index.Key.IsTemplated && items.Any(item => index.Key.Columns.All(column => Has(item, column.Attribute)))),
        ];
        Explain([.. sample.Key.Columns.Concat(_indexes.SelectMany(index => index.Key.Columns)).Distinct()]);
        Table = Key(sample.Key);
        Indexes = [.. _indexes.Select(index => (index, Key(index.Key)))];
    }

    /// <summary>The key in the table.</summary>
    public EntityKey Table { get; }

    /// <summary>The keys in the indexes that have the entity.</summary>
    public IReadOnlyList<(IndexShape Index, EntityKey Key)> Indexes { get; }

    /// <summary>Whether an attribute is written from other ones, and is no property.</summary>
    public bool IsComputed(string attribute) =>
        _drafts.TryGetValue(attribute, out var draft) && draft.Properties.All(property => property.Attribute != attribute);

    private EntityKey Key(KeyShape key) =>
        new(_drafts[key.Partition[0].Attribute], key.Sort.Count == 0 ? null : _drafts[key.Sort[0].Attribute]);

    private void Explain(IReadOnlyList<KeyColumn> columns)
    {
        var keys = columns.Select(column => column.Attribute).ToHashSet(StringComparer.Ordinal);

        // What begins with '_' is a program's own, such as a version, which no key is made of.
        var data = _properties.Values.Where(property => !keys.Contains(property.Attribute) && property.Attribute[0] != '_').ToList();
        List<KeyColumn> open = [];
        foreach (var column in columns)
        {
            if (Explained(column, data) is { } draft)
            {
                _drafts.Add(column.Attribute, draft);
            }
            else
            {
                open.Add(column);
            }
        }

        // What is a property itself can stand in other keys: those of indexes follow the table's where they can.
        foreach (var column in open.OrderBy(column => _tableColumns.Contains(column.Attribute)).ToList())
        {
            var isOfTable = _tableColumns.Contains(column.Attribute);
            var others = open
                .Where(other => other != column && _tableColumns.Contains(other.Attribute) != isOfTable)
                .Select(other => _properties[other.Attribute]);
            if (Explained(column, [.. data, .. others]) is { } draft)
            {
                _drafts.Add(column.Attribute, draft);
                open.Remove(column);
            }
        }

        foreach (var column in open)
        {
            _drafts.Add(column.Attribute, KeyDraft.Whole(_properties[column.Attribute], [.. Doubts(column)]));
        }

        KeepAbsent();
    }

    private KeyDraft? Explained(KeyColumn column, IReadOnlyList<PropertyDraft> properties)
    {
        var attribute = column.Attribute;
        var items = _items.Where(item => Has(item, attribute)).ToList();
        if (column.Type != "S")
        {
            return null;
        }

        var sources = properties.Where(property => items.All(item => Has(item, property.Attribute)))
            .SelectMany(property => KeySource.Of(property, items))
            .OrderBy(source => source.Texts.Distinct(StringComparer.Ordinal).Count() == 1)
            .ToList();
        var parts = new TemplateSearch([.. items.Select(item => item[attribute].S)], sources).Find();
        return parts is null ? null : new KeyDraft(attribute, parts, [.. Doubts(attribute, parts, sources, items.Count)]);
    }

    /// <summary>
    /// An item is left out of an index, with both attributes of its key, by a property that is null, and by nothing else. Where items are left out otherwise,
    /// the attributes are properties.
    /// </summary>
    private void KeepAbsent()
    {
        while (_indexes.Select(index => OwnColumns(index.Key))
            .FirstOrDefault(columns => columns.Any(IsComputed) && !IsLeftOutAsWritten(columns)) is { } columns)
        {
            foreach (var column in columns.Where(IsComputed))
            {
                _drafts[column] = KeyDraft.Whole(_properties[column], "is not in the items that its template says, so that the key is a property");
            }
        }
    }

    private List<string> OwnColumns(KeyShape key) => [.. key.Columns.Select(column => column.Attribute).Where(column => !_tableColumns.Contains(column))];

    private bool IsLeftOutAsWritten(List<string> columns)
    {
        var used = columns.SelectMany(column => _drafts[column].Properties).Select(property => property.Attribute).ToList();
        return _items.All(item => columns.All(column => Has(item, column) == used.All(attribute => Has(item, attribute))));
    }

    private IEnumerable<string> Doubts(string attribute, IReadOnlyList<KeyDraftPart> parts, IReadOnlyList<KeySource> sources, int items)
    {
        if (attribute != _sort && parts.All(part => part.Literal is { } literal && literal.Any(char.IsDigit)))
        {
            yield return "the same in all items, and may hold data";
        }

        foreach (var source in parts.Select(part => part.Source).OfType<KeySource>())
        {
            var others = sources
                .Where(other => other.Property != source.Property && other.Texts.SequenceEqual(source.Texts))
                .Select(other => other.Property.Name)
                .Distinct()
                .ToList();
            if (others.Count > 0)
            {
                yield return $"'{source.Property.Name}' has the same text in all items as '{string.Join("' and '", others)}'";
            }
            else if (items > 1 && source.Texts.Distinct(StringComparer.Ordinal).Count() == 1)
            {
                yield return $"'{source.Property.Name}' is the same in all items, and may be a text of the key";
            }
        }
    }

    private IEnumerable<string> Doubts(KeyColumn column)
    {
        if (column.Type != "S")
        {
            yield break;
        }

        var texts = _items.Where(item => Has(item, column.Attribute)).Select(item => item[column.Attribute].S).ToList();
        var beginning = new TemplateSearch(texts, []).Beginning;
        if (beginning.Length > 0)
        {
            yield return $"begins with '{beginning}', but no attributes explain what follows, so that the key is a property";
        }
    }

    private static bool Has(Dictionary<string, AttributeValue> item, string attribute) => item.TryGetValue(attribute, out var value) && value.NULL != true;
}
