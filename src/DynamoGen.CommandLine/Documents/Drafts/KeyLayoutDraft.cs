using DynamoGen.CommandLine.Documents.Content;
using DynamoGen.CommandLine.Documents.Locks;
using DynamoGen.CommandLine.Documents.Samples;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>How sample items lie in each table and each of its indexes.</summary>
internal static class KeyLayoutDraft
{
    public static Section? Of(DocumentSource source)
    {
        var tables = source.Tables.Where(table => source.EntitiesOf(table).Count > 0).ToList();
        return tables.Count == 0 ? null : new Section(
            "Key layouts",
            [
                new Paragraph(
                    "Items of one partition key lie together, in the order of their sort keys. ",
                    "The values are made up of the templates; none was read from a table."),
                .. tables.Select(table => new Section(table.Name, [.. Facets(table, source.EntitiesOf(table))])),
            ]);
    }

    private static IEnumerable<Block> Facets(SourceTable table, IReadOnlyList<LockedEntity> entities)
    {
        List<SampleItem> items = [.. entities.SelectMany(entity => SampleItem.Of(entity, table.Schema.PartitionKey, table.Schema.SortKey))];
        return table.Places.Select(place => Facet(table, place, items)).OfType<Facet>();
    }

    private static Facet? Facet(SourceTable table, ReadPlace place, IReadOnlyList<SampleItem> items)
    {
        var collections = items
            .Select(item => (Item: item, Partition: Key(item, place.PartitionKey), Sort: Key(item, place.SortKey)))
            .Where(item => item is { Partition: not null, Sort: not null })
            .GroupBy(item => item.Partition!, StringComparer.Ordinal)
            .OrderBy(collection => collection.Key, StringComparer.Ordinal)
            .Select(collection => new ItemCollection(collection.Key,
            [
                .. collection.OrderBy(item => item.Sort, StringComparer.Ordinal).Select(item => new FacetItem(
                    item.Item.Entity.Name, place.SortKey.Count > 0 ? item.Sort : null, Attributes(table, place, item.Item))),
            ]))
            .ToList();
        var caption = place.Index is { } index ? $"Items of {table.Name} in the index {index}" : $"Items of {table.Name}";
        return collections.Count == 0 ? null : new Facet(
            caption, string.Join(", ", place.PartitionKey), place.SortKey.Count > 0 ? string.Join(", ", place.SortKey) : null, collections);
    }

    /// <summary>Null where the item has not all of the attributes, and so is not there.</summary>
    private static string? Key(SampleItem item, IReadOnlyList<string> names)
    {
        var values = names.Select(name => Value(item, name)).ToList();
        return values.Contains(null) ? null : string.Join(", ", values);
    }

    private static string? Value(SampleItem item, string name) => item.Keys.TryGetValue(name, out var key)
        ? key
        : item.Attributes.FirstOrDefault(attribute => attribute.Key == name).Value;

    /// <summary>The keys of the table are in each index.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> Attributes(SourceTable table, ReadPlace place, SampleItem item)
    {
        string?[] always = [table.Schema.PartitionKey, table.Schema.SortKey];
        return
        [
            .. item.Keys.Concat(item.Attributes)
                .Where(attribute => !place.PartitionKey.Contains(attribute.Key) && !place.SortKey.Contains(attribute.Key))
                .Where(attribute => always.Contains(attribute.Key) || place.Holds(attribute.Key)),
        ];
    }
}
