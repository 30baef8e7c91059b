using DynamoGen.Regions;
using DynamoGen.Regions.Writers;
using DynamoGen.Schema;

namespace DynamoGen.Tests.Regions;

/// <summary>Where the write of a table in several regions goes, by what the client is and has.</summary>
public sealed class RegionRoutesTests
{
    private static readonly TableSchema Table = new()
    {
        Name = "orders",
        PartitionKey = "pk",
        Replicas = [new("eu-west-1"), new("us-east-1"), new("us-west-2", IsWitness: true)],
        Writes = new(RegionWriteMode.OneRegion, "us-east-1"),
    };

    private static RegionRoutes Routes(ForeignWrites foreign, params string[] regions) => new(foreign, regions, new KnownWriters());

    [Theory]
    [InlineData(ForeignWrites.Send)]
    [InlineData(ForeignWrites.Refuse)]
    public void What_belongs_to_the_local_region_stays(ForeignWrites foreign) =>
        Assert.Null(Routes(foreign, "us-east-1").Foreign(Table, "eu-west-1", "eu-west-1"));

    [Fact]
    public void What_belongs_elsewhere_is_sent_there() =>
        Assert.Equal("us-east-1", Routes(ForeignWrites.Send, "us-east-1").Foreign(Table, "eu-west-1", "us-east-1"));

    [Fact]
    public void What_belongs_elsewhere_is_refused_where_the_options_say_so()
    {
        var refused = Assert.Throws<WrongRegionException>(() => Routes(ForeignWrites.Refuse, "us-east-1").Foreign(Table, "eu-west-1", "us-east-1"));

        Assert.Equal(("orders", "eu-west-1", "us-east-1"), (refused.Table, refused.LocalRegion, refused.HomeRegion));
        Assert.EndsWith("Send the user to us-east-1.", refused.Message);
    }

    [Fact]
    public void What_belongs_where_there_is_no_client_is_refused()
    {
        var refused = Assert.Throws<WrongRegionException>(() => Routes(ForeignWrites.Send).Foreign(Table, "eu-west-1", "us-east-1"));

        Assert.EndsWith("or add a client by AddRegion.", refused.Message);
    }

    [Theory]
    [InlineData("ap-southeast-1")]
    [InlineData("us-west-2")]
    public void What_belongs_to_no_replica_that_holds_items_is_refused_and_not_named(string home)
    {
        foreach (var local in new[] { "eu-west-1", null })
        {
            var refused = Assert.Throws<WrongRegionException>(() => Routes(ForeignWrites.Send, home).Foreign(Table, local, home));

            Assert.Equal(home, refused.HomeRegion);
            Assert.DoesNotContain(home, refused.Message);
        }
    }

    [Theory]
    [InlineData(ForeignWrites.Send)]
    [InlineData(ForeignWrites.Refuse)]
    public void A_client_that_does_not_say_its_region_takes_what_goes_nowhere_else(ForeignWrites foreign) =>
        Assert.Null(Routes(foreign).Foreign(Table, local: null, "us-east-1"));

    [Fact]
    public void The_writer_of_a_table_is_the_declared_one_until_a_failover_is_seen()
    {
        var known = new KnownWriters();
        var routes = new RegionRoutes(ForeignWrites.Send, [], known);
        Assert.Equal("us-east-1", routes.WriterOf(Table, "test-orders"));

        known.Learn("test-orders", new TableWriter("eu-west-1", WriterEpoch.First.Next("eu-west-1")));

        Assert.Equal("eu-west-1", routes.WriterOf(Table, "test-orders"));
        Assert.Equal("us-east-1", routes.WriterOf(Table, "orders"));
    }
}
