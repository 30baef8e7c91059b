using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Alarms;

/// <summary>The metrics of a table that matter, each with its dimensions.</summary>
internal sealed class TableMetrics(DeclaredTable table)
{
    /// <summary>What a declared table can be asked by; an alarm adds up at most ten metrics, which they are.</summary>
    private static readonly DynamoOperation[] Operations = Enum.GetValues<DynamoOperation>();

    /// <summary>The operations that the application uses; all of them where that is not known.</summary>
    public IReadOnlyList<DynamoOperation> Used { get; } = table.Operations.Count > 0 ? [.. table.Operations.Distinct().Order()] : Operations;

    /// <summary>Requests that were throttled, whatever the number of their events.</summary>
    public IReadOnlyList<Metric> ThrottledRequests => ByOperation("ThrottledRequests", "Sum");

    /// <summary>Requests that DynamoDB failed to answer.</summary>
    public IReadOnlyList<Metric> SystemErrors => ByOperation("SystemErrors", "Sum");

    /// <summary>How long successful requests take in DynamoDB, in milliseconds.</summary>
    public IReadOnlyList<Metric> Latency => ByOperation("SuccessfulRequestLatency", "p99");

    /// <summary>Conditions that did not hold.</summary>
    public Metric FailedConditions => new("ConditionalCheckFailedRequests", Dimensions(null));

    /// <summary>Requests that met another transaction.</summary>
    public Metric Conflicts => new("TransactionConflict", Dimensions(null));

    /// <summary>How long writes take to get to other regions, in milliseconds; strongly consistent regions have no such metric.</summary>
    public IReadOnlyList<Metric> ReplicationLatency => table.Schema.Consistency == TableConsistency.Strong ? [] :
        [.. table.Schema.Replicas.Where(replica => !replica.IsWitness).Select(replica =>
            new Metric("ReplicationLatency", [.. Dimensions(null), ("ReceivingRegion", replica.Region)], "Average"))];

    /// <summary>The table, and each of its global indexes, with its throughput.</summary>
    public IEnumerable<(GlobalIndexSchema? Index, ThroughputSchema Throughput)> Parts =>
        table.Schema.GlobalIndexes.Select(index => ((GlobalIndexSchema?)index, index.Throughput ?? table.Schema.Throughput))
            .Prepend((null, table.Schema.Throughput));

    /// <summary>The throttle events of one part by reason; those that the declared capacity rules out are left out.</summary>
    public IEnumerable<Metric> ThrottleEvents(GlobalIndexSchema? index, ThroughputSchema throughput)
    {
        foreach (var verb in new[] { "Read", "Write" })
        {
            var max = verb == "Read" ? throughput.MaxReadUnits : throughput.MaxWriteUnits;
            if (table.Schema.Billing == BillingMode.Provisioned)
            {
                yield return new Metric($"{verb}ProvisionedThroughputThrottleEvents", Dimensions(index));
            }
            else if (max > 0)
            {
                yield return new Metric($"{verb}MaxOnDemandThroughputThrottleEvents", Dimensions(index));
            }

            yield return new Metric($"{verb}KeyRangeThroughputThrottleEvents", Dimensions(index));
            yield return new Metric($"{verb}AccountLimitThrottleEvents", Dimensions(index));
        }
    }

    /// <summary>What one part consumes, in units a minute.</summary>
    public Metric Consumed(string verb, GlobalIndexSchema? index) => new($"Consumed{verb}CapacityUnits", Dimensions(index));

    /// <summary>What one part is provisioned with, in units a second.</summary>
    public Metric Provisioned(string verb, GlobalIndexSchema? index) => new($"Provisioned{verb}CapacityUnits", Dimensions(index), "Average");

    private Metric[] ByOperation(string name, string statistic) =>
        [.. Used.Select(operation => new Metric(name, [.. Dimensions(null), ("Operation", operation.ToString())], statistic))];

    private (string Name, string Value)[] Dimensions(GlobalIndexSchema? index) =>
        index is null ? [("TableName", table.Name)] : [("TableName", table.Name), ("GlobalSecondaryIndexName", index.Name)];
}
