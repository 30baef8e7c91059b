using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class TimeBucketKeyTests
{
    private static Task Reports(string keys, params string[] options) => RuleTest<PartitionKeyAnalyzer>.Reports(EntitySource.Of(keys), options);

    [Theory]
    [InlineData("{Day}")]
    [InlineData("{Due}")]
    [InlineData("{Season}")]
    [InlineData("{Shipment}")]
    [InlineData("{Day:yyyyMM}")]
    [InlineData("{At:yyyyMM}")]
    [InlineData("{At:yyyy-MM-dd}")]
    [InlineData("{At:yyyy-MM-ddTHH:mm}")]
    [InlineData("{At:yyyy'ss'}")]
    [InlineData("{At:d}")]
    [InlineData("{AtOffset:yyyy-MM-dd}")]
    [InlineData("{Day}#{Status}")]
    [InlineData("{Paid}#{At:yyyy}#{Status}")]
    public Task Flags_a_rounded_time_alone_or_with_few_other_values(string template) =>
        Reports($$"""[Key({|DG2004:"{{template}}"|}, "{Id}"), Key("gsi1", {|DG2004:"{{template}}"|}, "{Id}")]""");

    [Theory]
    [InlineData("{Day}#{Id}")]
    [InlineData("{At:yyyyMM}#{Number}")]
    [InlineData("{Guid}#{Day}#{Status}")]
    [InlineData("{At}")]
    [InlineData("{At:yyyy-MM-ddTHH:mm:ss}")]
    [InlineData("{At:O}")]
    [InlineData("{At:s}")]
    [InlineData("{AtOffset:u}")]
    [InlineData("{Day}#{At}")]
    public Task Leaves_a_full_time_and_a_time_with_a_key_of_many_values_alone(string template) =>
        Reports($$"""[Key("{{template}}", "{Id}")]""");

    [Fact]
    public Task Leaves_a_time_with_an_enumeration_above_the_threshold_alone() =>
        Reports("""[Key("{Day}#{Status}", "{Id}")]""", "dynamogen.low_cardinality_threshold = 3");

    [Theory]
    [InlineData("{Day}", "1 distinct value (Day has one value a day)", "1,000 WCU and 3,000 RCU a second")]
    [InlineData("{Day}#{Status}", "at most 3 distinct values (Day has one value a day, Status has 3 members)",
        "3,000 WCU and 9,000 RCU a second together")]
    [InlineData("{At:yyyy}", "1 distinct value (At has one value a year)", "1,000 WCU and 3,000 RCU a second")]
    [InlineData("{At:yyyy-MM}", "1 distinct value (At has one value a month)", "1,000 WCU and 3,000 RCU a second")]
    [InlineData("{Day:yyyyMM}", "1 distinct value (Day has one value a month)", "1,000 WCU and 3,000 RCU a second")]
    [InlineData("{AtOffset:yyyy-MM-ddTHH}", "1 distinct value (AtOffset has one value an hour)", "1,000 WCU and 3,000 RCU a second")]
    [InlineData("{At:yyyy-MM-ddTHH:mm}", "1 distinct value (At has one value a minute)", "1,000 WCU and 3,000 RCU a second")]
    public async Task Says_where_the_writes_of_one_period_go(string template, string values, string limit)
    {
        var diagnostic = Assert.Single(await Diagnosis.Of<PartitionKeyAnalyzer>(EntitySource.Of($$"""[Key("{{template}}", "{Id}")]""")));
        Assert.Equal(
            $"Partition key '{template}' sends all writes of one period to {values}, so at most {limit}; "
            + "add a placeholder with many values, such as an id",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
