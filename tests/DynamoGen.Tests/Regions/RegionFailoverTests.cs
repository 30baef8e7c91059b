using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Regions;
using DynamoGen.Regions.Writers;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Regions;

/// <summary>A failover is one item of the table, under a condition; without another failover nothing changes the writer.</summary>
public sealed class RegionFailoverTests(LocalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TableSchema Schema(KeyAttributeType partition = KeyAttributeType.String, KeyAttributeType? sort = KeyAttributeType.String) => new()
    {
        Name = $"registry-{partition}-{sort}".ToLowerInvariant().TrimEnd('-'),
        PartitionKey = "pk",
        PartitionKeyType = partition,
        SortKey = sort is null ? null : "sk",
        SortKeyType = sort ?? default,
        Replicas = [new("us-east-1"), new("eu-west-1"), new("us-west-2", IsWitness: true)],
        Writes = new(RegionWriteMode.OneRegion, "us-east-1"),
    };

    private ServiceProvider Services(string prefix)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = server.Endpoint;
            options.Region = "eu-west-1";
            options.TableNamePrefix = prefix;
            options.Credentials = _ => new BasicAWSCredentials("local", "local");
        }).AddRegion("us-east-1").AddRegion("us-west-2");
        return services.BuildServiceProvider();
    }

    [Theory]
    [InlineData(KeyAttributeType.String, KeyAttributeType.String)]
    [InlineData(KeyAttributeType.String, null)]
    [InlineData(KeyAttributeType.Number, KeyAttributeType.Binary)]
    [InlineData(KeyAttributeType.Binary, KeyAttributeType.Number)]
    public async Task A_failover_makes_the_region_the_writer_of_the_next_epoch(KeyAttributeType partition, KeyAttributeType? sort)
    {
        await using var services = Services(LocalServer.NewPrefix());
        var table = Schema(partition, sort);
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync(table, Cancellation);
        var failover = services.GetRequiredService<RegionFailover>();
        Assert.All(await failover.ReadStatusAsync(table, Cancellation), status => Assert.Equal((null, null), (status.Writer, status.Failure)));

        var moved = await failover.FailOverAsync(table, "eu-west-1", Cancellation);

        Assert.Equal(("eu-west-1", WriterEpoch.First.Next("eu-west-1")), (moved.Region, moved.Epoch));
        Assert.All(await failover.ReadStatusAsync(table, Cancellation), status => Assert.Equal(moved, status.Writer));
        var back = await failover.FailOverAsync(table, "us-east-1", Cancellation);
        Assert.Equal(moved.Epoch.Next("us-east-1"), back.Epoch);
    }

    [Fact]
    public async Task A_region_that_writes_already_stays_in_its_epoch()
    {
        await using var services = Services(LocalServer.NewPrefix());
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync(Schema(), Cancellation);
        var failover = services.GetRequiredService<RegionFailover>();

        Assert.Equal(new TableWriter("us-east-1", WriterEpoch.First), await failover.FailOverAsync(Schema(), "us-east-1", Cancellation));
        var moved = await failover.FailOverAsync(Schema(), "eu-west-1", Cancellation);
        Assert.Equal(moved, await failover.FailOverAsync(Schema(), "eu-west-1", Cancellation));
    }

    [Fact]
    public async Task A_copy_that_knows_a_newer_writer_takes_no_older_one()
    {
        await using var services = Services(LocalServer.NewPrefix());
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync(Schema(), Cancellation);
        var client = services.GetRequiredService<IAmazonDynamoDB>();
        var name = services.GetRequiredService<DynamoGenOptions>().TableName(Schema());
        var older = new TableWriter("eu-west-1", WriterEpoch.First.Next("eu-west-1"), DateTimeOffset.UnixEpoch);
        var newer = new TableWriter("us-east-1", older.Epoch.Next("us-east-1"), DateTimeOffset.UnixEpoch);

        Assert.True(await WriterItem.ReplaceAsync(client, Schema(), name, newer, Cancellation));
        Assert.False(await WriterItem.ReplaceAsync(client, Schema(), name, older, Cancellation));
        Assert.True(await WriterItem.ReplaceAsync(client, Schema(), name, newer, Cancellation));

        Assert.Equal(newer, await WriterItem.FindAsync(client, Schema(), name, Cancellation));
    }

    [Fact]
    public async Task A_region_that_does_not_answer_says_why()
    {
        await using var services = Services(LocalServer.NewPrefix());

        var status = await services.GetRequiredService<RegionFailover>().ReadStatusAsync(Schema(), Cancellation);

        Assert.Equal(["eu-west-1", "us-east-1", "us-west-2"], status.Select(region => region.Region).Order());
        Assert.All(status, region => Assert.NotNull(region.Failure));
    }

    [Fact]
    public async Task Only_a_table_of_one_region_and_only_to_a_replica_with_a_client_is_moved()
    {
        await using var services = Services(LocalServer.NewPrefix());
        var failover = services.GetRequiredService<RegionFailover>();
        var anywhere = Schema() with { Writes = new(RegionWriteMode.AnyRegion) };

        await Assert.ThrowsAsync<ArgumentException>("table", () => failover.FailOverAsync(anywhere, "eu-west-1", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>("region", () => failover.FailOverAsync(Schema(), "us-west-2", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>("region", () => failover.FailOverAsync(Schema(), "ap-southeast-1", Cancellation));
    }
}
