using System.Globalization;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Writes;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Says in a line what an access pattern does and costs, for whoever steps into the code.</summary>
internal static class PatternDescription
{
    /// <summary>What the pattern costs and goes by, for whoever steps into the code.</summary>
    public static string Of(AccessPatternModel pattern)
    {
        if (pattern.Kind == AccessPatternKind.Scan)
        {
            return "Scan: half a read capacity unit for each 4 KB of the whole table, whatever is yielded.";
        }

        if (pattern.Kind == AccessPatternKind.RepairUnique)
        {
            return "Scan, twice, consistently: one read capacity unit for each 4 KB of the whole table, and one for each unique value; then a transaction for each repair.";
        }

        if (pattern.Many is not null)
        {
            return pattern.Kind == AccessPatternKind.GetMany
                ? "BatchGetItem, up to 100 keys a request: half a read capacity unit for each 4 KB of each item."
                : "BatchWriteItem, up to 25 items a request: 1 write capacity unit for each KB of each item, and as much again for each index that it is in.";
        }

        var condition = pattern.Condition!;
        var place = condition.Key.Index is null ? "the table" : $"index {condition.Key.Index}";
        var keys = condition.Key.Sort is null ? condition.Key.PartitionTemplate : $"{condition.Key.PartitionTemplate}, {condition.Key.SortTemplate}";
        var filter = pattern.Filter is null ? string.Empty : $" Items are filtered after they were read: {Readable(pattern.Filter)}.";
        return (pattern.Kind, pattern.Write?.Kind) switch
        {
            (AccessPatternKind.Get, _) => $"GetItem by {keys}: half a read capacity unit for each 4 KB{(pattern.ConsistentRead ? ", doubled for a consistent read" : string.Empty)}.",
            (_, WriteKind.Put) => "PutItem: 1 write capacity unit for each KB of the item, and as much again for each index that it is in." + Conditional(pattern),
            (_, WriteKind.Update) => $"UpdateItem by {keys}: 1 write capacity unit for each KB of the larger of both items, and as much again for each index whose copy changes." + Conditional(pattern),
            (_, WriteKind.Delete) => $"DeleteItem by {keys}: 1 write capacity unit for each KB of the item." + Conditional(pattern),
            (_, WriteKind.Check) => $"ConditionCheck by {keys}: 2 write capacity units for each KB of the item." + Conditional(pattern),
            _ => $"Query of {place} by {keys}, {Compared(condition)}: half a read capacity unit for each 4 KB read{(condition.Key.Shards > 1 ? $", from {condition.Key.Shards} shards" : string.Empty)}." + filter + Hydrated(pattern),
        };
    }

    private static string Hydrated(AccessPatternModel pattern) => pattern.Form?.Hydration switch
    {
        Hydration.Batch => " Then BatchGetItem of the table: half a read capacity unit for each 4 KB of each item.",
        Hydration.Fetch => " DynamoDB reads each item from the table too: half a read capacity unit for each 4 KB.",
        _ => string.Empty,
    };

    private static string Conditional(AccessPatternModel pattern)
    {
        var unique = pattern.Write!.Unique is null ? string.Empty : " Where a unique value changes, in a transaction with its markers, at twice the capacity.";
        return (pattern.Write.Expressions is { Condition: not null } condition ? $" Only if {Readable(condition)}." : string.Empty) + unique;
    }

    /// <summary>The condition with the names and values in the place of their placeholders.</summary>
    private static string Readable(ExpressionModel model)
    {
        var text = model.Condition!;
        for (var i = model.Names.Count - 1; i >= 0; i--)
        {
            text = text.Replace("#" + i.ToString(CultureInfo.InvariantCulture), model.Names[i]);
        }

        for (var i = model.Values.Count - 1; i >= 0; i--)
        {
            text = text.Replace(":" + i.ToString(CultureInfo.InvariantCulture), model.Values[i].Constant ?? $"{{{model.Values[i].Expression}}}");
        }

        return text;
    }

    private static string Compared(KeyConditionModel condition) => condition.SortKind switch
    {
        SortConditionKind.Equals => "the whole sort key",
        SortConditionKind.BeginsWith => "the sort keys with one beginning",
        SortConditionKind.Between when condition.Range!.IsBeginning => $"a beginning of {condition.Range!.LowerPart.Text.TrimStart('@')}",
        SortConditionKind.Between => $"a range of {condition.Range!.LowerPart.Text.TrimStart('@')}",
        _ => "every sort key",
    };
}
