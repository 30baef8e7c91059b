using System.Globalization;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Costs;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Writes;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG4020: how many writes one write becomes, because the indexes that hold the item are written too.</summary>
internal static class WriteCost
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.WriteCost,
        title: "Cost of a write",
        messageFormat: "'{0}' is {1}",
        RuleCategories.Writes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "An item is written to the table, and to each index whose keys or projected attributes the write changes; "
            + "in a transaction the table is written twice.",
        helpLinkUri: RulePages.Link(RuleIdentifiers.WriteCost));

    /// <summary>The cost as the rest of a sentence, or null for a read.</summary>
    public static string? Of(PatternModel pattern, EntityModel entity, TableModel table) => pattern switch
    {
        WritePattern { Kind: WriteKind.Check } => "a ConditionCheck: 2 write capacity units for each KB of the item, and none for indexes",
        WritePattern write => Of($"{(write.Kind == WriteKind.Update ? "an" : "a")} {write.Kind}Item", write, entity, table),
        PutManyPattern or DeleteManyPattern or BatchWritePattern => Of("a BatchWriteItem, for each item", pattern, entity, table),
        _ => null,
    };

    private static string Of(string operation, PatternModel pattern, EntityModel entity, TableModel table)
    {
        var write = pattern as WritePattern;
        var writes = new IndexWrites(pattern, entity);
        var indexes = IndexCopy.Of(table, entity)
            .Select(copy => (Copy: copy, Units: writes.Of(copy))).Where(pair => pair.Units is not null).ToArray();
        var markers = WriteUnits.OfMarkers(write, entity);
        var ofTable = WriteUnits.OfTable(write, markers);
        var whole = indexes.Where(pair => pair.Copy.Held is null).ToArray();
        var total = whole.Aggregate(ofTable, (sum, pair) => sum + pair.Units!.Value);
        var parts = new List<string> { $"{ofTable} to the table{Transaction(write, ofTable)}" };
        parts.AddRange(whole.GroupBy(pair => pair.Units!.Value).Select(same => $"{same.Key} to {Names([.. same.Select(pair => pair.Copy.Index)])}"));
        var further = indexes.Where(pair => pair.Copy.Held is not null)
            .Select(pair => $"; {pair.Units} for each KB of the copy in index '{pair.Copy.Index}', which has {Bytes(pair.Copy, entity)} bytes or more");
        return $"{operation}: {total} write capacity {(total.Most == 1 ? "unit" : "units")} for each KB of the item, {List(parts)}"
            + string.Concat(further)
            + (indexes.Length == 0 ? "; no index is touched" : string.Empty)
            + (markers.Most == 0 ? string.Empty : $"; {markers} for the markers of unique values")
            + (indexes.Any(pair => pair.Units!.Value is not (1, 1)) ? "; an index costs nothing where its copy is absent or stays the same" : string.Empty)
            + (indexes.Any(pair => pair.Units!.Value.Most == 2) ? ", and twice where its key changes" : string.Empty)
            + Upgrade(write, entity, table);
    }

    private static string Transaction(WritePattern? write, CostRange ofTable) =>
        WriteUnits.IsTransaction(write) || ofTable.Fewest == 2 ? " in a transaction"
        : ofTable.Most == 2 ? ", in a transaction where a unique value changes"
        : string.Empty;

    /// <summary>An update that meets an item of an older version fails, which is billed as a write; then another one brings the item up to date.</summary>
    private static string Upgrade(WritePattern? write, EntityModel entity, TableModel table) =>
        write is { Versions.Attributes.Count: > 0, Result: not WriteResult.Action, Unique: null }
            ? "; an item of an older version costs 1 more for the update that fails, "
                + $"and {IndexWrites.OfUpgrade(IndexCopy.Of(table, entity), entity)} to bring it up to date, for each KB of the item"
            : string.Empty;

    private static string Names(string[] indexes) => indexes.Length == 1
        ? $"index '{indexes[0]}'"
        : $"each of the indexes {string.Join(", ", indexes.Select(index => $"'{index}'"))}";

    private static string List(List<string> parts) => parts.Count == 1
        ? parts[0]
        : $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[parts.Count - 1]}";

    private static string Bytes(IndexCopy copy, EntityModel entity) => SmallestItem.Of(entity, copy).ToString("N0", CultureInfo.InvariantCulture);
}
