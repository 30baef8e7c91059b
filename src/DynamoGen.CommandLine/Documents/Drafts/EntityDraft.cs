using System.Globalization;
using DynamoGen.CommandLine.Documents.Content;
using DynamoGen.CommandLine.Documents.Locks;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>The entities: how their keys are built, and what is stored of them.</summary>
internal static class EntityDraft
{
    private static readonly string[] KeyColumns = ["Key attribute", "Of", "Template"];
    private static readonly string[] AttributeColumns = ["Attribute", "Type", "Written from", "Where it is absent"];

    public static Section? Of(DocumentSource source)
    {
        var tables = source.Tables.Where(table => source.EntitiesOf(table).Count > 0).ToList();
        return tables.Count == 0 ? null : new Section(
            "Entities",
            [.. tables.SelectMany(table => source.EntitiesOf(table).Select(entity => Entity(table, entity)))]);
    }

    private static Section Entity(SourceTable table, LockedEntity entity) => new(
        entity.Name,
        [
            new Paragraph(
                Run.Code(entity.Type), " is stored in ", Run.Code(table.Name), string.Create(CultureInfo.InvariantCulture, $", in version {entity.Version}.")),
            new Grid(
                $"Keys of {entity.Name}",
                KeyColumns,
                [
                    .. entity.Keys.OrderBy(key => Rank(table, key.Key)).Select(key => Row(Cell.Code(key.Key), Owner(table, key.Key), key.Value)),
                    .. entity.Unique.Select(key => Row(Cell.Code(key.Key), "the marker of a unique value", key.Value)),
                ]),
            new Grid(
                $"Attributes of {entity.Name}",
                AttributeColumns,
                [
                    .. entity.Attributes.Select(attribute => (IReadOnlyList<Cell>)
                    [
                        Cell.Code(attribute.Path),
                        Cell.Code(attribute.Type),
                        attribute.Form.Length > 0 ? Cell.Code(attribute.Form) : Cell.Empty,
                        attribute.Absence,
                    ]),
                ]),
        ]);

    private static IReadOnlyList<Cell> Row(Cell name, string owner, string template) => [name, owner, Cell.Code(template)];

    /// <summary>The keys of the table come first.</summary>
    private static int Rank(SourceTable table, string attribute) => attribute == table.Schema.PartitionKey ? 0 : attribute == table.Schema.SortKey ? 1 : 2;

    private static string Owner(SourceTable table, string attribute)
    {
        // A local index has its table's partition key.
        var places = table.Places.Where(place => place.SortKey.Contains(attribute) || (place.PartitionKey.Contains(attribute) && !place.IsLocal));
        return string.Join(", ", places.Select(place =>
            $"{(place.PartitionKey.Contains(attribute) ? "partition key" : "sort key")} of {(place.Index is { } index ? index : "the table")}"));
    }
}
