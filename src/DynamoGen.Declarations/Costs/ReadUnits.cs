using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;

namespace DynamoGen.Declarations.Costs;

/// <summary>How many read capacity units an access pattern takes at least.</summary>
internal static class ReadUnits
{
    private const int UnitBytes = 4096;

    /// <summary>The units of a call that finds one item of the smallest size; infinite for a scan, and null for a write.</summary>
    public static double? Least(PatternModel pattern, EntityModel entity) => pattern switch
    {
        ScanPattern or RepairUniquePattern => double.PositiveInfinity,
        GetManyPattern get => Of(get.IsConsistent) * Blocks(entity),
        GetPattern { IsAction: true } => 2 * Blocks(entity),
        GetPattern get => Of(get.IsConsistent) * Blocks(entity) * (get.Newest?.Regions ?? 1),
        QueryPattern query => OfIndex(query, entity) + (OfHydration(query, entity) ?? 0),
        _ => null,
    };

    /// <summary>The units of a query that finds one item of the smallest size, without those of items that are then read by themselves.</summary>
    public static double OfIndex(QueryPattern query, EntityModel entity)
    {
        var ofIndex = query.Collection is null && query.Form is not UnionForm ? Blocks(SmallestItem.Of(entity, query.Condition.Key)) : 1;
        var units = Of(query.IsConsistent) * (ofIndex + (query.IsSharded ? query.Condition.Key.Shards - 1 : 0));
        return query.Form is FetchedForm ? units + (Of(query.IsConsistent) * Blocks(entity)) : units;
    }

    /// <summary>The units of each item that a query finds and that is then read from the table; null where it reads none.</summary>
    public static double? OfHydration(QueryPattern query, EntityModel entity) =>
        query.Form is HydratedForm ? Of(isConsistent: false) * Blocks(entity) : null;

    private static double Of(bool isConsistent) => isConsistent ? 1 : 0.5;

    private static int Blocks(EntityModel entity) => Blocks(SmallestItem.Of(entity, entity.Keys[0]));

    private static int Blocks(int bytes) => (bytes + UnitBytes - 1) / UnitBytes;
}
