using System.Globalization;
using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Says in a line what an access pattern does and costs, for whoever steps into the code.</summary>
internal static class PatternDescription
{
    public static string Of(PatternModel pattern) => pattern switch
    {
        ScanPattern scan => $"Scan: {Unit(scan.IsConsistent)} for each 4 KB of {(scan.IndexName is null ? "the whole table" : $"index {scan.IndexName}")}, "
            + $"whatever is yielded. Items are filtered after they were read: {Readable(scan.Filter)}.",
        RepairUniquePattern =>
            "Scan, twice, consistently: two read capacity units for each 4 KB of the whole table, "
                + "and for each unique value one for its marker and one for each 4 KB of its item; then a transaction for each repair.",
        GetManyPattern get => $"BatchGetItem, up to 100 keys a request: {Unit(get.IsConsistent)} for each 4 KB of each item.",
        PutManyPattern or DeleteManyPattern =>
            "BatchWriteItem, up to 25 items a request: 1 write capacity unit for each KB of each item, and of its copy in each index where that changes.",
        BatchWritePattern { IsDeletion: true } write =>
            $"A DeleteRequest by {Keys(write.Key.Key)}: 1 write capacity unit for each KB of the item, and of its copy in each index.",
        BatchWritePattern =>
            "A PutRequest: 1 write capacity unit for each KB of the item, and of its copy in each index where that changes.",
        GetPattern get =>
            $"GetItem by {Keys(get.Key.Key)}: {(get.IsAction ? "two read capacity units" : Unit(get.IsConsistent))} for each 4 KB"
                + Newest(get.Newest)
                + (get.Cache is null ? "." : ", twice that where this process has just written the item, and none where the cache has it."),
        QueryPattern query => Query(query),
        WritePattern write => Write(write) + (write.IsIdempotent ? " It is a transaction: twice that." : string.Empty) + Conditional(write),
        _ => throw new ArgumentException("The pattern is of no known kind.", nameof(pattern)),
    };

    private static string Newest(NewestModel? newest) => newest?.Source switch
    {
        NewestSource.HomeRegion => ", in the region that the key names",
        NewestSource.OneRegion => ", in the region that writes the table",
        NewestSource.AllRegions => $", in each of {newest.Regions.ToString(CultureInfo.InvariantCulture)} regions",
        _ => string.Empty,
    };

    private static string Query(QueryPattern query)
    {
        var key = query.Condition.Key;
        var place = key.Index is null ? "the table" : $"index {key.Index}";
        var shards = key.Shards > 1 ? $", from {key.Shards.ToString(CultureInfo.InvariantCulture)} shards" : string.Empty;
        var values = query.Condition.Values is { } several ? $", for each of {several.Parameter}" : string.Empty;
        var filter = query.Filter is null ? string.Empty : $" Items are filtered after they were read: {Readable(query.Filter)}.";
        var hydration = query.Form switch
        {
            HydratedForm => " Then BatchGetItem of the table: half a read capacity unit for each 4 KB of each item.",
            FetchedForm => $" DynamoDB reads each item from the table too: {Unit(query.IsConsistent)} for each 4 KB.",
            _ => string.Empty,
        };
        var counted = query.Result is QueryResult.Count or QueryResult.Any ? ", of which nothing is sent" : string.Empty;
        return $"Query of {place} by {Keys(key)}, {Compared(query.Condition)}: {Unit(query.IsConsistent)} for each 4 KB read"
            + $"{shards}{values}{counted}.{filter}{hydration}";
    }

    private static string Write(WritePattern write) => write.Kind switch
    {
        WriteKind.Put => "PutItem: 1 write capacity unit for each KB of the item, and of its copy in each index where that changes.",
        WriteKind.Update =>
            $"UpdateItem by {Keys(write.Key.Key)}{(write.Creates ? ", which makes the item where there is none" : string.Empty)}: "
                + "1 write capacity unit for each KB of the larger of both items, and of its copy in each index where that changes.",
        WriteKind.Delete => $"DeleteItem by {Keys(write.Key.Key)}: 1 write capacity unit for each KB of the item, and of its copy in each index.",
        _ => $"ConditionCheck by {Keys(write.Key.Key)}: 2 write capacity units for each KB of the item.",
    };

    private static string Conditional(WritePattern write)
    {
        var condition = write.Expressions.Condition is null ? string.Empty : $" Only if {Readable(write.Expressions.Condition)}.";
        return condition + (write.Unique is null
            ? string.Empty
            : " Where a unique value changes, in a transaction: 2 for each KB to the table, and 2 for each marker.");
    }

    private static string Unit(bool isConsistent) => isConsistent ? "one read capacity unit" : "half a read capacity unit";

    private static string Keys(KeyModel key) => key.Sort is null ? key.PartitionTemplate : $"{key.PartitionTemplate}, {key.SortTemplate}";

    private static string Readable(Condition condition) => new ExpressionPrinter(name => name, Readable).Condition(condition).ToString();

    private static string Readable(RequestValue value) => value switch
    {
        ConstantValue { Kind: ConstantKind.Text } text => $"'{text.Text}'",
        ConstantValue constant => constant.Text,
        TypedValue { Source: ParameterSource parameter } => $"{{{parameter.Parameter}}}",
        TypedValue { Source: GivenSource given } => $"{{{given.Parameter}}}",
        ListedValues { Source: GivenSource given } => $"{{{given.Parameter}}}",
        ListedValues { Source: ParameterSource parameter } => $"{{{parameter.Parameter}}}",
        TypedValue { Source: PropertySource property } => $"{{{property.Parameter}.{property.Property}}}",
        TypedValue { Source: PreviousCountSource count } => $"{{{count.Parameter}.{count.Property} - 1}}",
        TypedValue { Source: ChangeSource change } => $"{{{string.Join(".", change.Properties.Prepend(change.Parameter))}}}",
        TypedValue { Source: EpochSource } => "{epoch}",
        TypedValue => "{now}",
        _ => "its key",
    };

    private static string Compared(KeyConditionModel condition) => condition.SortKind switch
    {
        SortConditionKind.Equals => "the whole sort key",
        SortConditionKind.BeginsWith => "the sort keys with one beginning",
        SortConditionKind.Between when condition.Range!.IsBeginning => $"a beginning of {condition.Range!.Part.Text}",
        SortConditionKind.Between => $"a range of {condition.Range!.Part.Text}",
        _ => "every sort key",
    };
}
