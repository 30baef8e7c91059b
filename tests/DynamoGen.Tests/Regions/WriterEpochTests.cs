using Amazon;
using DynamoGen.Regions.Writers;

namespace DynamoGen.Tests.Regions;

/// <summary>Epochs are in one order, tell their region, and none is forgotten for an older one.</summary>
public sealed class WriterEpochTests
{
    [Fact]
    public void Each_failover_begins_a_higher_one_that_tells_its_region()
    {
        var first = WriterEpoch.First.Next("us-east-1");
        var second = first.Next("eu-west-1");

        Assert.True(WriterEpoch.First < first && first < second);
        Assert.Equal((1, 2), (first.Failovers, second.Failovers));
        Assert.True(first.IsOf("us-east-1") && second.IsOf("eu-west-1"));
        Assert.False(first.IsOf("eu-west-1"));
        Assert.False(WriterEpoch.First.IsOf("us-east-1"));
    }

    [Fact]
    public void Two_at_the_same_time_differ() =>
        Assert.NotEqual(WriterEpoch.First.Next("us-east-1"), WriterEpoch.First.Next("eu-west-1"));

    [Fact]
    public void No_two_regions_of_AWS_have_one_sign()
    {
        var regions = RegionEndpoint.EnumerableAllRegions.Select(region => region.SystemName).ToList();

        Assert.True(regions.Count > 30);
        Assert.Distinct(regions.Select(WriterEpoch.Sign));
    }

    [Fact]
    public void A_process_keeps_the_newest_writer_that_it_has_seen()
    {
        var known = new KnownWriters();
        var older = new TableWriter("us-east-1", WriterEpoch.First.Next("us-east-1"));
        var newer = new TableWriter("eu-west-1", older.Epoch.Next("eu-west-1"));

        Assert.Null(known.Find("orders"));
        Assert.True(known.Learn("orders", newer));
        Assert.False(known.Learn("orders", older));
        Assert.Equal(newer, known.Find("orders"));
    }
}
