using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Tables;

/// <summary>
/// Scales the provisioned capacity of a table in one region, and of its global indexes, between what is declared and its upper bound. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html">auto scaling</see>.
/// </summary>
internal static class Scaling
{
    public const string TargetType = "AWS::ApplicationAutoScaling::ScalableTarget";

    public const string PolicyType = "AWS::ApplicationAutoScaling::ScalingPolicy";

    public static IEnumerable<Resource> Of(DeclaredTable table, string tableId, ResourceIds ids)
    {
        if (table.Schema.Billing != BillingMode.Provisioned)
        {
            return [];
        }

        var resources = Of(table.Schema.Throughput, "table", $"table/{table.Name}", [table.Schema.Name], tableId, ids);
        return table.Schema.GlobalIndexes.Aggregate(resources, (before, index) => before.Concat(Of(
            index.Throughput ?? table.Schema.Throughput, "index", $"table/{table.Name}/index/{index.Name}", [table.Schema.Name, index.Name], tableId, ids)));
    }

    private static IEnumerable<Resource> Of(
        ThroughputSchema throughput, string kind, string resourceId, string[] words, string tableId, ResourceIds ids) =>
        Of("Read", throughput.ReadCapacityUnits, throughput.MaxReadUnits, throughput.TargetUtilization, kind, resourceId, words, tableId, ids)
            .Concat(Of("Write", throughput.WriteCapacityUnits, throughput.MaxWriteUnits, throughput.TargetUtilization, kind, resourceId, words, tableId, ids))
            .ToList();

    private static IEnumerable<Resource> Of(
        string verb, long min, long max, int utilization, string kind, string resourceId, string[] words, string tableId, ResourceIds ids)
    {
        if (max == 0)
        {
            yield break;
        }

        var dimension = $"dynamodb:{kind}:{verb}CapacityUnits";
        var target = ids.Take([.. words, verb, "Scaling"]);
        yield return new Resource(target, TargetType, new BlockBuilder
        {
            { "ServiceNamespace", "dynamodb" },
            { "ResourceId", resourceId },
            { "ScalableDimension", dimension },
            { "MinCapacity", min },
            { "MaxCapacity", max },
        }.Build())
        {
            DependsOn = [tableId],
        };
        yield return new Resource(ids.Take([.. words, verb, "Scaling", "Policy"]), PolicyType, new BlockBuilder
        {
            { "PolicyName", $"{resourceId}/{verb.ToLowerInvariant()}" },
            { "PolicyType", "TargetTrackingScaling" },
            { "ServiceNamespace", "dynamodb" },
            { "ResourceId", resourceId },
            { "ScalableDimension", dimension },
            { "TargetTrackingScalingPolicyConfiguration", new BlockBuilder
                {
                    { "PredefinedMetricSpecification", new BlockBuilder
                        {
                            { "PredefinedMetricType", $"DynamoDB{verb}CapacityUtilization" },
                        }.Build()
                    },
                    { "TargetValue", utilization },
                }.Build()
            },
        }.Build())
        {
            DependsOn = [target],
        };
    }
}
