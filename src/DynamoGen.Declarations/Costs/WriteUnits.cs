using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Declarations.Costs;

/// <summary>How many write capacity units an access pattern takes for each KB of the item.</summary>
internal static class WriteUnits
{
    /// <summary>The units of the table, of its indexes and of the markers of unique values; null for a read, and for a check, which writes nothing.</summary>
    public static CostRange? Of(PatternModel pattern, EntityModel entity, TableModel table)
    {
        if (pattern is not (WritePattern { Kind: not WriteKind.Check } or PutManyPattern or DeleteManyPattern or BatchWritePattern))
        {
            return null;
        }

        var write = pattern as WritePattern;
        var writes = new IndexWrites(pattern, entity);
        var markers = OfMarkers(write, entity);
        return IndexCopy.Of(table, entity).Select(copy => writes.Of(copy)).Where(units => units is not null)
            .Aggregate(OfTable(write, markers) + markers, (sum, units) => sum + units!.Value);
    }

    /// <summary>The units of the table: a transaction bills it twice, but the indexes once.</summary>
    public static CostRange OfTable(WritePattern? write, CostRange markers) =>
        IsTransaction(write) ? new CostRange(2, 2)
        : new CostRange(markers.Fewest > 0 ? 2 : 1, markers.Most > 0 ? 2 : 1);

    /// <summary>The units of the markers of unique values.</summary>
    public static CostRange OfMarkers(WritePattern? write, EntityModel entity) =>
        write?.Unique is null || entity.Uniqueness is null ? default : MarkerWrites.Of(write, entity.Uniqueness);

    /// <summary>Whether a write is always part of a transaction.</summary>
    public static bool IsTransaction(WritePattern? write) => write is { Result: WriteResult.Action } or { IsIdempotent: true };
}
