using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Access;

/// <summary>
/// What a repository must be allowed, and nothing else: its operations, on the table and the indexes that it uses, under the partition keys that its
/// templates can make. See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html">conditions</see>.
/// </summary>
internal static class RepositoryPolicy
{
    private const string LeadingKeys = "dynamodb:LeadingKeys";

    /// <summary>The policy document.</summary>
    /// <param name="patterns">The repository's access patterns.</param>
    /// <param name="arn">Gives the ARN of what stands behind <c>table/</c>: a name, or a name and an index.</param>
    /// <param name="tableName">Names a table.</param>
    /// <param name="hasBatches">Whether a batch of several tables can read what the repository gets.</param>
    public static BlockValue Of(IReadOnlyList<AccessPattern> patterns, Func<string, Value> arn, Func<TableSchema, string> tableName, bool hasBatches)
    {
        // First the actions for each kind of keys, then the kinds of keys for the same actions.
        var grants = patterns.SelectMany(pattern => Grants(pattern, tableName, hasBatches))
            .GroupBy(grant => (grant.Resource, grant.Keys), grant => grant.Action)
            .Select(group => (group.Key.Resource, group.Key.Keys, Actions: group.Distinct().Order(StringComparer.Ordinal).ToArray()))
            .GroupBy(grant => (grant.Resource, IsBound: grant.Keys is not null, Actions: string.Join(' ', grant.Actions)))
            .OrderBy(group => group.Key.Resource, StringComparer.Ordinal)
            .Select(group => Statement(
                group.First().Actions, arn(group.Key.Resource), [.. group.Select(grant => grant.Keys).OfType<GrantedKeys>()]));
        return new BlockBuilder { { "Version", "2012-10-17" }, { "Statement", new ListValue([.. grants]) } }.Build();
    }

    private static IEnumerable<Grant> Grants(AccessPattern pattern, Func<TableSchema, string> tableName, bool hasBatches)
    {
        var table = tableName(pattern.Table);
        var resource = pattern.Index is null ? table : $"{table}/index/{pattern.Index}";
        var reach = pattern.Reach;
        var keys = reach?.Beginning is { } beginning ? new GrantedKeys(beginning, reach.IsWhole) : null;
        var markers = reach?.UniqueBeginnings ?? [];
        if (pattern.Operation == DynamoOperation.Scan)
        {
            // No scan is bound to keys. One that repairs the markers of unique values also looks at items, and checks them while it writes markers.
            yield return new Grant("Scan", resource, null);
            foreach (var action in markers.Count == 0 ? [] : new[] { "GetItem", "ConditionCheckItem" })
            {
                yield return new Grant(action, resource, keys);
            }
        }
        else
        {
            var action = pattern.Operation == DynamoOperation.TransactWriteItems ? "ConditionCheckItem" : pattern.Operation.ToString();
            yield return new Grant(action, resource, keys);
        }

        // A pattern does not tell whether it is an action, which a transaction reads as GetItem and a batch otherwise. The items are the same.
        if (hasBatches && pattern.Operation == DynamoOperation.GetItem)
        {
            yield return new Grant(nameof(DynamoOperation.BatchGetItem), resource, keys);
        }

        string[] onMarkers = pattern.Operation == DynamoOperation.Scan ? ["GetItem", "PutItem", "DeleteItem"] : ["PutItem", "DeleteItem"];
        foreach (var marker in markers)
        {
            foreach (var action in onMarkers)
            {
                yield return new Grant(action, resource, marker.Length == 0 ? null : new GrantedKeys(marker, IsWhole: false));
            }
        }
    }

    private static BlockValue Statement(string[] actions, Value resource, GrantedKeys[] keys) => new BlockBuilder
    {
        { "Effect", "Allow" },
        { "Action", new ListValue([.. actions.Select(action => new TextValue("dynamodb:" + action))]) },
        { "Resource", resource },
        { "Condition", keys.Length == 0 ? null : Condition(keys) },
    }.Build();

    /// <summary>A condition for all values holds where there is none, so that there must be one.</summary>
    private static BlockValue Condition(GrantedKeys[] keys)
    {
        var areWhole = keys.All(key => key.IsWhole);
        var values = keys.Select(key => areWhole ? key.Equal : key.Like).Distinct().Order(StringComparer.Ordinal).Select(text => new TextValue(text));
        return new BlockBuilder
        {
            {
                areWhole ? "ForAllValues:StringEquals" : "ForAllValues:StringLike",
                new BlockBuilder { { LeadingKeys, new ListValue([.. values]) } }.Build()
            },
            { "Null", new BlockBuilder { { LeadingKeys, "false" } }.Build() },
        }.Build();
    }

    private sealed record Grant(string Action, string Resource, GrantedKeys? Keys);
}
