using System.Globalization;
using DynamoGen.CommandLine.Documents.Locks;
using DynamoGen.CommandLine.Documents.Samples;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>What a call of an access pattern takes.</summary>
/// <param name="Class">The class of it, such as <c>0.5 RCU for each 4 KB read</c>.</param>
/// <param name="Month">The least price of a month at one call a second; null where it depends on the table's size alone.</param>
internal sealed record PatternCost(string Class, string? Month)
{
    private const decimal EventualRead = 0.5m;

    /// <summary>A GB has this many units of 4 KB, each read by half of one.</summary>
    private const decimal ReadsOfGigabyte = 262_144 * EventualRead;

    public static PatternCost Of(AccessPattern pattern, int shards, int indexes) => pattern.Operation switch
    {
        DynamoOperation.GetItem => Read($"0.5 RCU for each 4 KB of the item; 1 if strongly consistent{Cached(pattern)}", EventualRead),
        DynamoOperation.Query when shards > 1 =>
            Read($"0.5 RCU for each 4 KB read, in {shards} shards at once{Consistently(pattern)}", EventualRead * shards),
        DynamoOperation.Query => Read($"0.5 RCU for each 4 KB read{Consistently(pattern)}", EventualRead),
        DynamoOperation.BatchGetItem => Read("for each item, 0.5 RCU for each 4 KB; 1 if strongly consistent", EventualRead),
        DynamoOperation.TransactGetItems => Read("for each item, 2 RCU for each 4 KB", 2),
        DynamoOperation.Scan => new PatternCost(
            $"0.5 RCU for each 4 KB of the whole table: about {MonthPrice.Text(MonthPrice.OfReads(ReadsOfGigabyte))} for each GB, each time", Month: null),
        DynamoOperation.TransactWriteItems => Write("2 WCU for each KB, in the transaction that carries it", 2),
        _ when pattern.Reach is { UniqueBeginnings.Count: > 0 and var markers } => Write(
            $"1 WCU for each KB{OfIndexes(indexes)}; where unique values change, 2 for each KB, and 2 for each of up to {Count(2 * markers)} markers", 1),
        _ => Write($"1 WCU for each KB{OfIndexes(indexes)}", 1),
    };

    /// <summary>The templates of the partition keys that a pattern can name, as far as a lock tells them.</summary>
    public static IReadOnlyList<string> TemplatesOf(AccessPattern pattern, ReadPlace place, IReadOnlyList<LockedEntity> entities) =>
        pattern is { Operation: DynamoOperation.Scan } or { Reach: null } || place.PartitionKey is not [var attribute]
            ? []
            : [.. entities.Select(entity => entity.Keys.GetValueOrDefault(attribute)).OfType<string>().Distinct()
                .Where(template => IsReached(new KeyTemplate(template), pattern.Reach))];

    /// <summary>What the keys begin with is what the template begins with, and the whole of it where the pattern names a single key.</summary>
    private static bool IsReached(KeyTemplate template, PatternReach reach) =>
        template.Beginning == reach.Beginning && (reach.IsWhole == template.IsOfOneKey);

    /// <summary>The table and its local indexes are read strongly consistently too.</summary>
    private static string Consistently(AccessPattern pattern) =>
        pattern.Index is null || pattern.Table.LocalIndexes.Any(index => index.Name == pattern.Index) ? "; 1 if strongly consistent" : string.Empty;

    private static string Cached(AccessPattern pattern) =>
        pattern.Cache is { } cache ? $"; none while it is cached, up to {Count(cache.Seconds)} s" : string.Empty;

    private static string OfIndexes(int indexes) => indexes switch
    {
        0 => string.Empty,
        1 => ", and 0 to 2 more for its copy in the index",
        _ => $", and 0 to 2 more for its copy in each of {Count(indexes)} indexes",
    };

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static PatternCost Read(string text, decimal units) => new(text, MonthPrice.Text(MonthPrice.OnDemand(units, 0)));

    private static PatternCost Write(string text, decimal units) => new(text, MonthPrice.Text(MonthPrice.OnDemand(0, units)));
}
