using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;

namespace DynamoGen.Analyzers.Design;

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
        GetPattern get => Of(get.IsConsistent) * Blocks(entity),
        QueryPattern query => Query(query, entity),
        _ => null,
    };

    private static double Query(QueryPattern query, EntityModel entity)
    {
        var ofIndex = query.Collection is null ? Blocks(SmallestItem.Of(entity, query.Condition.Key)) : 1;
        var units = Of(query.IsConsistent) * (ofIndex + (query.IsSharded ? query.Condition.Key.Shards - 1 : 0));
        return query.Form switch
        {
            HydratedForm => units + (Of(isConsistent: false) * Blocks(entity)),
            FetchedForm => units + (Of(query.IsConsistent) * Blocks(entity)),
            _ => units,
        };
    }

    private static double Of(bool isConsistent) => isConsistent ? 1 : 0.5;

    private static int Blocks(EntityModel entity) => Blocks(SmallestItem.Of(entity, entity.Keys[0]));

    private static int Blocks(int bytes) => (bytes + UnitBytes - 1) / UnitBytes;
}
