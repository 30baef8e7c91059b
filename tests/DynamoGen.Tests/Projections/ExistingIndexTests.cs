using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Projections;

/// <summary>Tables that exist with indexes that hold more or less than declared.</summary>
public sealed class ExistingIndexTests(LocalServer server) : LibraryTest(server)
{
    [Fact]
    public Task An_index_that_holds_all_holds_what_is_declared() =>
        EnsureAsync(IndexProjection.Include, ["a"], new Projection { ProjectionType = ProjectionType.ALL });

    [Fact]
    public Task An_index_may_hold_more_than_is_declared() =>
        EnsureAsync(IndexProjection.Include, ["a"], new Projection { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ["b", "a"] });

    [Fact]
    public async Task An_index_that_lacks_a_declared_attribute_is_named()
    {
        var exception = await Assert.ThrowsAsync<TableMismatchException>(
            () => EnsureAsync(IndexProjection.Include, ["a"], new Projection { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ["b"] }));

        Assert.Contains("its index 'by-ipk' does not hold 'a'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_holds_keys_only_is_named()
    {
        var exception = await Assert.ThrowsAsync<TableMismatchException>(
            () => EnsureAsync(IndexProjection.Include, ["a"], new Projection { ProjectionType = ProjectionType.KEYS_ONLY }));

        Assert.Contains("its index 'by-ipk' projects KEYS_ONLY, not INCLUDE", exception.Message, StringComparison.Ordinal);
    }

    private async Task EnsureAsync(IndexProjection declared, string[] attributes, Projection existing)
    {
        var schema = new TableSchema
        {
            Name = "existing-" + Guid.NewGuid().ToString("N"),
            PartitionKey = "pk",
            GlobalIndexes = [new GlobalIndexSchema { Name = "by-ipk", PartitionKey = "ipk", Projection = declared, NonKeyAttributes = attributes }],
        };
        await Services.GetRequiredService<IAmazonDynamoDB>().CreateTableAsync(
            new CreateTableRequest
            {
                TableName = Services.GetRequiredService<DynamoGenOptions>().TableName(schema),
                KeySchema = [new KeySchemaElement("pk", KeyType.HASH)],
                AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S), new AttributeDefinition("ipk", ScalarAttributeType.S)],
                BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
                GlobalSecondaryIndexes = [new GlobalSecondaryIndex { IndexName = "by-ipk", KeySchema = [new KeySchemaElement("ipk", KeyType.HASH)],
                    Projection = existing }],
            },
            TestContext.Current.CancellationToken);
        await Services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync(schema, TestContext.Current.CancellationToken);
    }
}
