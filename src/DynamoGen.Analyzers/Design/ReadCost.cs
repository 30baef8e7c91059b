using System.Globalization;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Costs;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG3023: what a read takes of the table's or the index's capacity.</summary>
internal static class ReadCost
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.ReadCost,
        title: "Cost of a read",
        messageFormat: "'{0}' is {1}",
        RuleCategories.Reads,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "What an access pattern costs follows from its operation, "
            + "its consistency and the size of what it reads, and shows best where it is declared.",
        helpLinkUri: RulePages.Link(RuleIdentifiers.ReadCost));

    private const int UnitBytes = 4096;
    private const string Eventual = "0.5";

    /// <summary>The cost as the rest of a sentence, or null for a write.</summary>
    public static string? Of(PatternModel pattern, EntityModel entity) => pattern switch
    {
        ScanPattern scan =>
            $"a Scan, {Consistency(scan.IsConsistent)}: {Units(scan.IsConsistent)} for each 4 KB of "
                + $"{(scan.IndexName is null ? "the whole table" : $"index {scan.IndexName}")}, whatever is yielded",
        RepairUniquePattern => "a Scan, twice, strongly consistent: 2 read capacity units for each 4 KB of the whole table, and for each unique value 1 for "
            + "its marker and 1 for each 4 KB of its item; each repair is a transaction of writes",
        GetManyPattern get => $"a BatchGetItem, {Consistency(get.IsConsistent)}: {Units(get.IsConsistent)} for each 4 KB of each item, {Size(entity)}",
        GetPattern { IsAction: true } => $"a part of TransactGetItems: 2 read capacity units for each 4 KB of the item, {Size(entity)}",
        GetPattern { Newest: { Regions: > 1 } newest } =>
            $"a GetItem in each of {newest.Regions} regions, strongly consistent: 1 read capacity unit in each for each 4 KB of the item, {Size(entity)}",
        GetPattern get => $"a GetItem, {Consistency(get.IsConsistent)}: {Units(get.IsConsistent)} for each 4 KB of the item, {Size(entity)}",
        QueryPattern query => Query(query, entity),
        _ => null,
    };

    private static string Query(QueryPattern query, EntityModel entity)
    {
        var key = query.Condition.Key;
        var place = key.Index is null ? "the table" : $"index '{key.Index}'";
        var smallest = SmallestItem.Of(entity, key);
        var items = GatheredEntities.Of(query) is { } entities
            ? $", items of {string.Join(", ", entities.Select(name => $"'{name}'"))}"
            : smallest >= UnitBytes ? string.Empty : $", which are {Text(UnitBytes / smallest)} items or fewer, from {Text(smallest)} bytes each";
        var filter = query.Filter is null ? string.Empty : "; the filter drops items only after that";
        var units = $"{Consistency(query.IsConsistent)}: {Units(query.IsConsistent)}";
        return $"a Query of {place}, {units} for each 4 KB read{items}{Values(query)}{Shards(query)}{filter}{Hydrated(query)}";
    }

    /// <summary>Each value is a query of its own, or one for each shard.</summary>
    private static string Values(QueryPattern query)
    {
        if (query.Condition.Values is not { } values)
        {
            return string.Empty;
        }

        var shards = query.IsSharded ? $" in each of {Text(values.Shards)} shards" : string.Empty;
        var readAhead = query.Signature.Parameter(ParameterRole.Limit) is null
            ? string.Empty
            : ": each for twice its even share of the limit and 2 items; a partition that has more of what comes next is asked again";
        return $", in a request for each of '{values.Parameter}'{shards}, {(query.IsConsistent ? "1" : Eventual)} or more each{readAhead}";
    }

    /// <summary>
    /// The shards are read before it is known whose items are next, and so beyond a limit: each for twice its even share and 2 items, and again where
    /// more of them come next.
    /// </summary>
    private static string Shards(QueryPattern query)
    {
        if (!query.IsSharded || query.Condition.Values is not null)
        {
            return string.Empty;
        }

        var shards = query.Condition.Key.Shards;
        var readAhead = query.Signature.Parameter(ParameterRole.Limit) is null
            ? string.Empty
            : $": from as many items as the limit to twice as many and {Text(2 * shards)}, or {Text(shards)} times as many if that is less; "
                + "a shard that has more of what comes next is asked again, for what is left of the limit";
        return $", in {Text(shards)} requests at once, one for each shard, {(query.IsConsistent ? "1" : Eventual)} or more each{readAhead}";
    }

    private static string Hydrated(QueryPattern query) => query.Form switch
    {
        HydratedForm => $"; then a BatchGetItem: {Eventual} for each 4 KB of each item",
        FetchedForm => $"; then {(query.IsConsistent ? "1" : Eventual)} for each 4 KB of each item, which DynamoDB reads from the table",
        _ => string.Empty,
    };

    private static string Consistency(bool isConsistent) => isConsistent ? "strongly consistent" : "eventually consistent";

    private static string Units(bool isConsistent) => isConsistent ? "1 read capacity unit" : $"{Eventual} read capacity units";

    private static string Size(EntityModel entity) => $"which has {Text(SmallestItem.Of(entity, entity.Keys[0]))} bytes or more";

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
