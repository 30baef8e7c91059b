using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class DeclaredTrafficTests
{
    private static Task Reports(string keys, string traffic = "", string tableTraffic = "") =>
        RuleTest<PartitionKeyAnalyzer>.Reports(EntitySource.Of(keys, traffic, tableTraffic));

    private static async Task<string> MessageOf(string keys, string traffic) =>
        Assert.Single(await Diagnosis.Of<PartitionKeyAnalyzer>(EntitySource.Of(keys, traffic))).GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("\"{Status}\", \"{Id}\"", "[Traffic(WritesPerSecond = 1500, ReadsPerSecond = 4500)]")]
    [InlineData("\"{Country}\", \"{Id}\"", "[Traffic(WritesPerSecond = 100000)]")]
    [InlineData("\"{Day}\", \"{Id}\"", "[Traffic(WritesPerSecond = 500)]")]
    [InlineData("\"{Day}#{Region}\", \"{Id}\"", "[Traffic(WritesPerSecond = 6000)]")]
    [InlineData("\"ALL\", \"{Id}\"", "[Traffic(WritesPerSecond = 10, ReadsPerSecond = 1500)]")]
    [InlineData("\"{Status}\", \"{Id}\"", "[Traffic]")]
    [InlineData("\"{Id}\", \"x\"", "[Traffic(WritesPerSecond = 1000000)]")]
    [InlineData("\"gsi1\", \"{Status}\", \"{Id}\", Shards = 10", "[Traffic(WritesPerSecond = 15000)]")]
    [InlineData("\"{Status}\", \"{Id}\", Shards = 10", "[Traffic(WritesPerSecond = 15000)]")]
    [InlineData("\"{Vast}#{Vaster}\", \"{Id}\"", "[Traffic(WritesPerSecond = 1000000)]")]
    [InlineData("\"{Floor}\", \"{Id}\"", "[Traffic(WritesPerSecond = 128000)]")]
    [InlineData("\"{At:yyyy-MM-ddTHH:mm:ss.fff}\", \"{Id}\"", "[Traffic(WritesPerSecond = 1000000)]")]
    [InlineData("\"{At:O}\", \"{Id}\"", "[Traffic(WritesPerSecond = 1000000)]")]
    [InlineData("\"{At:unixMilliseconds}\", \"{Id}\"", "[Traffic(WritesPerSecond = 1000000)]")]
    [InlineData("\"{Opens:HH:mm}\", \"{Id}\"", "[Traffic(WritesPerSecond = 700000)]")]
    [InlineData("\"{Number:D3}\", \"{Id}\"", "[Traffic(WritesPerSecond = 900000)]")]
    public Task Leaves_a_key_alone_that_the_declared_traffic_does_not_fill(string key, string traffic) => Reports($"[Key({key})]", traffic);

    [Theory]
    [InlineData("{|DG2001:\"{Status}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 1501)]")]
    [InlineData("{|DG2001:\"{Status}\"|}, \"{Id}\"", "[Traffic(ReadsPerSecond = 4501)]")]
    [InlineData("{|DG2001:\"{Country}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 100001)]")]
    [InlineData("{|DG2001:\"{Floor}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 128001)]")]
    [InlineData("{|DG2004:\"{Day}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 501)]")]
    [InlineData("{|DG2004:\"{Day}#{Region}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 6001)]")]
    [InlineData("{|DG2004:\"{At:yyyy-MM-ddTHH:mm:ss}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 501)]")]
    [InlineData("{|DG2004:\"{AtOffset:u}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 501)]")]
    [InlineData("{|DG2004:\"{At:unixSeconds}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 501)]")]
    [InlineData("{|DG2004:\"{Season}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 501)]")]
    [InlineData("{|DG2001:\"{Opens:HH}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 12001)]")]
    [InlineData("{|DG2001:\"{Number:D1}\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 9501)]")]
    [InlineData("{|DG2003:\"ALL\"|}, \"{Id}\"", "[Traffic(WritesPerSecond = 501)]")]
    [InlineData("\"gsi1\", {|DG2002:\"{Status}\"|}, \"{Id}\", Shards = 10", "[Traffic(WritesPerSecond = 15001)]")]
    [InlineData("\"gsi1\", {|DG2002:\"ALL\"|}, \"{Id}\", Shards = 10", "[Traffic(WritesPerSecond = 5001)]")]
    [InlineData("{|DG2001:\"{Status}\"|}, \"{Id}\", Shards = 10", "[Traffic(WritesPerSecond = 15001)]")]
    [InlineData("{|DG2001:\"ALL\"|}, \"{Id}\", Shards = 10", "[Traffic(WritesPerSecond = 5001)]")]
    public Task Flags_a_key_whose_share_of_the_declared_traffic_comes_near_to_a_partition(string key, string traffic) => Reports($"[Key({key})]", traffic);

    [Fact]
    public Task The_traffic_of_the_table_counts_where_the_entity_declares_none() =>
        Reports("""[Key("{Status}", "{Id}")]""", tableTraffic: "[Traffic(WritesPerSecond = 100)]");

    [Fact]
    public Task The_traffic_of_the_entity_counts_before_that_of_the_table() =>
        Reports("""[Key({|DG2001:"{Status}"|}, "{Id}")]""", "[Traffic(WritesPerSecond = 9000)]", "[Traffic(WritesPerSecond = 100)]");

    [Theory]
    [InlineData("[Traffic(WritesPerSecond = -1)]")]
    [InlineData("[Traffic(WritesPerSecond = 10, ReadsPerSecond = -10)]")]
    public Task Traffic_below_zero_declares_nothing(string traffic) => Reports("""[Key({|DG2001:"{Status}"|}, "{Id}")]""", traffic);

    [Fact]
    public Task A_justification_counts_before_any_traffic() =>
        Reports("""[Key("{Status}", "{Id}", LowCardinalityJustification = "A load test")]""", "[Traffic(WritesPerSecond = 9000)]");

    [Fact]
    public async Task States_the_share_of_each_key() => Assert.Equal(
        "Partition key 'STATUS#{Status}' has at most 3 distinct values (Status has 3 members), each limited to 1,000 WCU and 3,000 RCU a second; "
        + "the declared traffic comes to 1,666 WCU and 100 RCU for each if all are used alike; add a placeholder with many values, such as an id",
        await MessageOf("""[Key("STATUS#{Status}", "{Id}")]""", "[Traffic(WritesPerSecond = 5000, ReadsPerSecond = 300)]"));

    [Fact]
    public async Task Counts_the_shards() => Assert.Equal(
        "Partition key 'ALL' of index 'gsi1' has at most 4 distinct values (4 shards), each limited to 1,000 WCU and 3,000 RCU a second; "
        + "the declared traffic comes to 2,500 WCU and 0 RCU for each if all are used alike; "
        + "add a placeholder with many values or set Shards (a hot partition of the index throttles writes to the table)",
        await MessageOf("""[Key("{Id}", "x"), Key("gsi1", "ALL", "{Id}", Shards = 4)]""", "[Traffic(WritesPerSecond = 10000)]"));

    [Fact]
    public async Task States_the_traffic_on_a_constant_key() => Assert.Equal(
        "Partition key 'ALL' is the same for every item, 1 distinct value, limited to 1,000 WCU and 3,000 RCU a second; "
        + "the declared traffic comes to 800 WCU and 0 RCU; add a placeholder with many values, such as an id",
        await MessageOf("""[Key("ALL", "{Id}")]""", "[Traffic(WritesPerSecond = 800)]"));
}
