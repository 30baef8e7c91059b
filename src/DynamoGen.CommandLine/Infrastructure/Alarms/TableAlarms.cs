using System.Globalization;
using DynamoGen.CommandLine.Infrastructure.Resources;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Infrastructure.Alarms;

/// <summary>The alarms of a table and of its global indexes, with thresholds from its declared traffic.</summary>
internal sealed class TableAlarms
{
    /// <summary>Throttled requests, or throttle events, in one minute, where no traffic is declared.</summary>
    private const decimal Throttles = 10;

    private const decimal ThrottledShare = 0.001m;
    private const decimal FailedConditions = 100;
    private const decimal FailedConditionShare = 0.1m;
    private const decimal Conflicts = 10;
    private const decimal ConflictShare = 0.01m;
    private const decimal SystemErrors = 5;
    private const decimal ConsumedShare = 0.8m;
    private const decimal ReplicationMilliseconds = 5_000;
    private const int SecondsInMinute = 60;

    private readonly DeclaredTable _table;
    private readonly TableMetrics _metrics;
    private readonly TrafficSchema _traffic;

    private TableAlarms(DeclaredTable table)
    {
        _table = table;
        _metrics = new TableMetrics(table);
        _traffic = table.Schema.Traffic ?? new TrafficSchema(0, 0);
    }

    public static IEnumerable<Resource> Of(DeclaredTable table, IReadOnlyList<string> actions, ResourceIds ids) =>
        new TableAlarms(table).All.Select(alarm => alarm.ToResource(table.Name, actions, ids));

    private IEnumerable<Alarm> All =>
    [
        Of(["ThrottledRequests"], "Requests are throttled; the alarms by reason, and the exceptions' ThrottlingReasons, say why.",
            _metrics.ThrottledRequests, Share(Throttles, ThrottledShare, _traffic.ReadsPerSecond + _traffic.WritesPerSecond), 1, 1),
        .. _metrics.Parts.SelectMany(part => Throttled(part.Index, part.Throughput).Concat(Consumed(part.Index, part.Throughput))),
        Of(["SystemErrors"], "DynamoDB fails to answer requests (HTTP 500); look at AWS Health.", _metrics.SystemErrors, SystemErrors, 3, 5),
        .. _metrics.Latency.Select((metric, i) => Slow(metric, _metrics.Used[i])),
        Of(["ConditionalCheckFailedRequests"], "Many conditions do not hold: writers race each other, or repeat what was done.",
            [_metrics.FailedConditions], Share(FailedConditions, FailedConditionShare, _traffic.WritesPerSecond), 3, 5),
        Of(["TransactionConflict"], "Transactions and writes meet on the same items.",
            [_metrics.Conflicts], Share(Conflicts, ConflictShare, _traffic.WritesPerSecond), 3, 5),
        .. _metrics.ReplicationLatency.Select(metric => Of(["ReplicationLatency", metric.Dimensions[^1].Value],
            $"Writes get to {metric.Dimensions[^1].Value} late: reads there are old.", [metric], ReplicationMilliseconds, 5, 5)),
    ];

    private IEnumerable<Alarm> Throttled(GlobalIndexSchema? index, ThroughputSchema throughput) => _metrics.ThrottleEvents(index, throughput).Select(metric =>
        Of(Words(index, metric.Name), Reason(metric.Name), [metric],
            Share(Throttles, ThrottledShare, IsOfReads(metric) ? _traffic.ReadsPerSecond : _traffic.WritesPerSecond), 1, 1));

    private static bool IsOfReads(Metric metric) => metric.Name.StartsWith("Read", StringComparison.Ordinal);

    /// <summary>Consumption is compared with what it may be at most: what is provisioned, an upper bound, or else the declared traffic.</summary>
    private IEnumerable<Alarm> Consumed(GlobalIndexSchema? index, ThroughputSchema throughput)
    {
        var traffic = index is null ? _traffic : new TrafficSchema(0, 0);
        foreach (var (verb, units) in new[]
        {
            ("Read", Most(throughput.ReadCapacityUnits, throughput.MaxReadUnits, traffic.ReadsPerSecond)),
            ("Write", Most(throughput.WriteCapacityUnits, throughput.MaxWriteUnits, traffic.WritesPerSecond)),
        })
        {
            if (units > 0)
            {
                var most = units.ToString(CultureInfo.InvariantCulture);
                yield return Of(Words(index, $"Consumed{verb}CapacityUnits"), $"80 % of {most} units a second are consumed.",
                    [_metrics.Consumed(verb, index)], decimal.Floor(units * SecondsInMinute * ConsumedShare), 5, 5);
            }
        }
    }

    private static long Most(long provisioned, long max, long traffic) => Math.Max(provisioned, max) is > 0 and var bound ? bound : traffic;

    private Alarm Slow(Metric metric, DynamoOperation operation) => Of(
        ["SuccessfulRequestLatency", operation.ToString()],
        "One request in a hundred takes longer inside of DynamoDB than it should.", [metric], Milliseconds(operation), 10, 15);

    /// <summary>Strongly consistent regions write to another region before they answer.</summary>
    private decimal Milliseconds(DynamoOperation operation) => operation switch
    {
        DynamoOperation.GetItem => 50,
        DynamoOperation.Query or DynamoOperation.BatchGetItem or DynamoOperation.TransactGetItems => 100,
        DynamoOperation.Scan => 500,
        _ when _table.Schema.Consistency == TableConsistency.Strong => 1_000,
        DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem => 50,
        _ => 200,
    };

    private static string Reason(string metric) => metric switch
    {
        _ when metric.Contains("KeyRange", StringComparison.Ordinal) => "One partition key takes more than a partition can give: a hot key.",
        _ when metric.Contains("AccountLimit", StringComparison.Ordinal) => "The account's limit for tables in this region is reached; ask for more.",
        _ when metric.Contains("MaxOnDemand", StringComparison.Ordinal) => "The declared maximum of what is taken on demand is reached.",
        _ => "The provisioned capacity is reached.",
    };

    private Alarm Of(string[] words, string description, IReadOnlyList<Metric> metrics, decimal threshold, int badMinutes, int minutes) =>
        new([_table.Schema.Name, .. words], description, metrics, threshold, badMinutes, minutes);

    private static string[] Words(GlobalIndexSchema? index, string metric) => index is null ? [metric] : [index.Name, metric];

    private static decimal Share(decimal atLeast, decimal share, long perSecond) => Math.Max(atLeast, decimal.Ceiling(perSecond * SecondsInMinute * share));
}
