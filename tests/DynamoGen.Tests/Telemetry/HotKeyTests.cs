using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Telemetry.HotKeys;

namespace DynamoGen.Tests.Telemetry;

public sealed class HotKeyTests
{
    private static readonly TableSchema Table = new()
    {
        Name = "orders",
        PartitionKey = "pk",
        GlobalIndexes = [new GlobalIndexSchema { Name = "byState", PartitionKey = "state", FurtherPartitionKeys = [new("year", KeyAttributeType.Number)] }],
    };

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 100)]
    [InlineData(3, 1000)]
    [InlineData(4, 37)]
    public void The_error_of_the_sketch_keeps_its_bound(int seed, int counters)
    {
        var random = new Random(seed);
        var sketch = new SpaceSavingSketch<int, int>(counters);
        var truth = new Dictionary<int, double>();
        for (var i = 0; i < 20_000; i++)
        {
            // Zipf's law, by inversion: the key's rank is exponential in an even number.
            var key = (int)Math.Exp(random.NextDouble() * Math.Log(5_000));
            var weight = 0.5 * random.Next(1, 5);
            sketch.Add(key, i, weight);
            truth[key] = truth.GetValueOrDefault(key) + weight;
        }

        var bound = sketch.Total / counters;
        Assert.Equal(truth.Values.Sum(), sketch.Total, tolerance: 1e-6);
        Assert.True(sketch.Counters.Count() <= counters);
        Assert.Equal(sketch.Total, sketch.Counters.Sum(counter => counter.Weight), tolerance: 1e-6);
        Assert.All(sketch.Counters, counter =>
        {
            var real = truth[counter.Key];
            Assert.True(counter.Error <= bound + 1e-9);
            Assert.InRange(real, counter.Weight - counter.Error - 1e-9, counter.Weight + 1e-9);
        });
        var found = sketch.Counters.Select(counter => counter.Key).ToHashSet();
        Assert.All(truth.Where(key => key.Value > bound), heavy => Assert.Contains(heavy.Key, found));
    }

    [Theory]
    [InlineData(DynamoOperation.GetItem, """{"TableName":"t","Key":{"sk":{"S":"x"},"pk":{"S":"A"}}}""", "A")]
    [InlineData(DynamoOperation.PutItem, """{"TableName":"t","Item":{"pk":{"N":"7"},"Key":{"M":{"pk":{"S":"no"}}}}}""", "7")]
    [InlineData(DynamoOperation.Scan, """{"TableName":"t","ExclusiveStartKey":{"pk":{"S":"A"}}}""", "")]
    [InlineData(DynamoOperation.BatchWriteItem, """{"RequestItems":{"t":[{"PutRequest":{"Item":{"pk":{"S":"A"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"B"}}}}]}}""", "A,B")]
    [InlineData(DynamoOperation.BatchGetItem, """{"RequestItems":{"t":{"Keys":[{"pk":{"S":"A"}},{"pk":{"S":"B"}}]}}}""", "A,B")]
    [InlineData(DynamoOperation.TransactWriteItems, """{"TransactItems":[{"Update":{"Key":{"pk":{"S":"A"}}}},{"Put":{"Item":{"pk":{"S":"C"}}}}]}""", "A,C")]
    [InlineData(
        DynamoOperation.Query,
        """{"KeyConditionExpression":"#pk = :pk AND #sk > :sk","ExpressionAttributeNames":{"#pk":"pk","#sk":"sk"},"ExpressionAttributeValues":{":pk":{"S":"A"},":sk":{"S":"z"}}}""",
        "A")]
    public void Partition_keys_are_found_in_requests(DynamoOperation operation, string request, string keys) =>
        Assert.Equal(keys, string.Join(',', Found(new AccessPattern("I.P", operation, Table), System.Text.Encoding.UTF8.GetBytes(request))));

    [Theory]
    [InlineData("""{"RequestItems":{"t":[{"PutRequest":{"Item":{"pk":{"S":"A"}}}}],"other":[{"DeleteRequest":{"Key":{"id":{"S":"B"},"pk":{"S":"no"}}}}]}}""")]
    [InlineData("""{"RequestItems":{"t":{"Keys":[{"pk":{"S":"A"}}]},"other":{"Keys":[{"id":{"S":"B"},"pk":{"S":"no"}}]}}}""")]
    [InlineData("""{"TransactItems":[{"Put":{"TableName":"t","Item":{"pk":{"S":"A"}}}},{"Delete":{"TableName":"other","Key":{"id":{"S":"B"},"pk":{"S":"no"}}}}]}""")]
    public void Each_table_of_a_request_has_its_own_partition_key(string request)
    {
        NamedTable[] tables = [new("t", Table), new("other", Table with { PartitionKey = "id" })];

        var keys = RequestKeys.Of(new AccessPattern("I.P", DynamoOperation.BatchWriteItem, Table), tables, System.Text.Encoding.UTF8.GetBytes(request));

        Assert.Equal([("t", "A"), ("other", "B")], keys.Select(table => (table.Key, Assert.Single(table.Value))));
    }

    [Fact]
    public void The_partition_key_of_an_index_can_be_made_of_several()
    {
        var pattern = new AccessPattern("I.ByState", DynamoOperation.Query, Table, "byState");
        var keys = Found(
            pattern,
            """{"KeyConditionExpression":"#a = :a AND #b = :b","ExpressionAttributeNames":{"#a":"state","#b":"year"},"ExpressionAttributeValues":{":a":{"S":"OPEN"},":b":{"N":"2026"}}}"""u8);

        Assert.Equal(["OPEN#2026"], keys);
    }

    [Fact]
    public void A_report_names_pattern_share_and_throttles_and_shows_no_key_unless_it_is_asked_to()
    {
        var pattern = new AccessPattern("IOrders.Put", DynamoOperation.PutItem, Table);
        foreach (var showsKeys in new[] { false, true })
        {
            var sketches = new HotKeySketches(new HotKeyOptions { Secret = 42, ShowKeys = showsKeys });
            using var factory = new OwnMeterFactory();
            using var telemetry = new DynamoGenTelemetry(factory) { HotKeys = sketches };
            using var measurements = new Measurements(factory);
            for (var i = 0; i < 10; i++)
            {
                using var call = telemetry.Start(pattern, "orders");
                var key = i < 7 ? "CANARY" : $"other{i}";
                var request = call.RequestSent("orders", System.Text.Encoding.UTF8.GetBytes($$$$"""{"Item":{"pk":{"S":"{{{{key}}}}"}}}"""))!;
                request.AttemptBegins("direct");
                request.AttemptFailed(new ThrottlingException("slow")
                {
                    ThrottlingReasons = [new ThrottlingReason { Reason = i == 0 ? "TableWriteKeyRangeThroughputExceeded" : "TableWriteMaxOnDemandThroughputExceeded" }],
                });
                request.AttemptBegins("direct");
                request.Received(1, null, capacityUnits: 2, """{"TableName":"orders","CapacityUnits":2}"""u8);
            }

            var hottest = sketches.Report(most: 1).Keys.Single();
            Assert.Equal(("orders", (string?)null, "IOrders.Put", 14.0, 0.7, 1L), (hottest.Table, hottest.Index, hottest.AccessPattern, hottest.Units, hottest.Share, hottest.Throttles));
            Assert.Equal(showsKeys, sketches.Report().ToString().Contains("CANARY"));
            Assert.Contains("70.0 %", sketches.Report().ToString());
            var share = Assert.Single(measurements.Observe("dynamogen.hot_key.share"));
            Assert.Equal(0.7, share.Value);
            Assert.Equal(["db.collection.name", "db.system.name"], share.Tags.Keys.Order());
            sketches.Clear();
            Assert.Empty(sketches.Report().Keys);
        }
    }

    private static List<string> Found(AccessPattern pattern, ReadOnlySpan<byte> request) =>
        RequestKeys.Of(pattern, [new NamedTable("t", Table)], request).GetValueOrDefault("t") ?? [];
}
