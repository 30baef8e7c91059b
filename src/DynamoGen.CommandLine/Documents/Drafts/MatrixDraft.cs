using System.Globalization;
using DynamoGen.CommandLine.Documents.Content;
using DynamoGen.CommandLine.Documents.Locks;
using DynamoGen.CommandLine.Documents.Samples;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>The matrix of access patterns: what each asks, where, by which key, and what it costs.</summary>
internal static class MatrixDraft
{
    private static readonly string[] Columns = ["Access pattern", "Operation", "Table or index", "Partition key", "Cost of a call", "Month"];

    public static Section Of(DocumentSource source) => new(
        "Access patterns",
        [
            new Paragraph(
                "Month is the least that one call a second costs in a month on demand, at the list prices of us-east-1: items and pages that fit one unit. ",
                "Multiply it by the calls you expect. RCU and WCU are read and write capacity units."),
            .. source.Tables.Where(table => table.Patterns.Count > 0).Select(table => new Section(table.Name, [.. Table(source, table)])),
        ]);

    private static IEnumerable<Block> Table(DocumentSource source, SourceTable table)
    {
        yield return new Grid($"Access patterns of {table.Name}", Columns, [.. table.Patterns.Select(pattern => Row(source, table, pattern))]);
        if (MonthPrice.Of(table.Schema) is { } month && table.Schema.Traffic is { } traffic)
        {
            yield return new Paragraph(string.Create(CultureInfo.InvariantCulture,
                $"The declared traffic, {traffic.ReadsPerSecond:N0} RCU and {traffic.WritesPerSecond:N0} WCU a second at the peak, is {month} a month."));
        }
    }

    private static IReadOnlyList<Cell> Row(DocumentSource source, SourceTable table, AccessPattern pattern)
    {
        var entities = source.EntitiesOf(table);
        var templates = PatternCost.TemplatesOf(pattern, table.PlaceOf(pattern), entities);
        var shards = templates.Select(template => new KeyTemplate(template).Shards).DefaultIfEmpty(1).Max();
        var cost = PatternCost.Of(pattern, shards, Indexes(table, entities, templates));
        return
        [
            Cell.Code(pattern.Name),
            pattern.Operation.ToString(),
            pattern.Index is { } index ? Cell.Code(index) : "table",
            Key(pattern, templates),
            cost.Class,
            // Its price of a class that is not Standard is another one.
            table.Schema.Class == TableClass.Standard && cost.Month is { } month ? month : "–",
        ];
    }

    /// <summary>
    /// In how many indexes a written item can be: those of whose key an entity of such a key has all; all of them where it is not known which entities
    /// those are.
    /// </summary>
    private static int Indexes(SourceTable table, IReadOnlyList<LockedEntity> entities, IReadOnlyList<string> templates)
    {
        var written = entities
            .Where(entity => entity.Keys.TryGetValue(table.Schema.PartitionKey, out var template) && templates.Contains(template))
            .Select(entity => entity.Keys.Keys.Concat(entity.Attributes.Select(attribute => attribute.Path)).ToHashSet(StringComparer.Ordinal))
            .ToList();
        return table.Places.Skip(1).Count(place => written.Count == 0 || written.Exists(place.PartitionKey.Concat(place.SortKey).ToHashSet().IsSubsetOf));
    }

    private static Cell Key(AccessPattern pattern, IReadOnlyList<string> templates) => (pattern, templates) switch
    {
        ({ Operation: DynamoOperation.Scan }, _) => "every key",
        (_, { Count: > 0 }) => new Cell([.. templates.Select(Run.Code)]),
        ({ Reach: { Beginning: { } whole, IsWhole: true } }, _) => Cell.Code(whole),
        ({ Reach.Beginning: { } beginning }, _) => Cell.Code(beginning + "…"),
        _ => "any",
    };
}
