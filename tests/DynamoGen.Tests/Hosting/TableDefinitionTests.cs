using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Schema;

namespace DynamoGen.Tests.Hosting;

public sealed class TableDefinitionTests
{
    [Fact]
    public void Says_keys_and_indexes_with_each_attribute_defined_once()
    {
        var schema = new TableSchema
        {
            Name = "orders",
            PartitionKey = "pk",
            SortKey = "sk",
            GlobalIndexes =
            [
                new GlobalIndexSchema { Name = "inverted", PartitionKey = "sk", SortKey = "pk" },
                new GlobalIndexSchema { Name = "by-status", PartitionKey = "status" },
            ],
        };

        var request = TableDefinition.CreateTable(schema, "dev-orders");

        Assert.Equal("dev-orders", request.TableName);
        Assert.Equal(["pk", "sk"], request.KeySchema.Select(key => key.AttributeName));
        Assert.Equal([KeyType.HASH, KeyType.RANGE], request.KeySchema.Select(key => key.KeyType));
        Assert.Equal(["pk", "sk", "status"], request.AttributeDefinitions.Select(attribute => attribute.AttributeName));
        Assert.All(request.AttributeDefinitions, attribute => Assert.Equal(ScalarAttributeType.S, attribute.AttributeType));
        Assert.Equal(["inverted", "by-status"], request.GlobalSecondaryIndexes.Select(index => index.IndexName));
        Assert.All(request.GlobalSecondaryIndexes, index => Assert.Equal(ProjectionType.ALL, index.Projection.ProjectionType));
        Assert.Single(request.GlobalSecondaryIndexes[1].KeySchema);
        Assert.Equal(Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST, request.BillingMode);
        Assert.Null(request.ProvisionedThroughput);
    }

    [Fact]
    public void Says_provisioned_capacity_for_the_table_and_its_indexes()
    {
        var schema = new TableSchema
        {
            Name = "orders",
            PartitionKey = "pk",
            Billing = BillingMode.Provisioned,
            Throughput = new ThroughputSchema { ReadCapacityUnits = 5, WriteCapacityUnits = 3 },
            GlobalIndexes = [new GlobalIndexSchema { Name = "by-status", PartitionKey = "status" }],
        };

        var request = TableDefinition.CreateTable(schema, "orders");

        Assert.Equal(Amazon.DynamoDBv2.BillingMode.PROVISIONED, request.BillingMode);
        Assert.Equal((5, 3), (request.ProvisionedThroughput.ReadCapacityUnits, request.ProvisionedThroughput.WriteCapacityUnits));
        var index = Assert.Single(request.GlobalSecondaryIndexes);
        Assert.Equal((5, 3), (index.ProvisionedThroughput.ReadCapacityUnits, index.ProvisionedThroughput.WriteCapacityUnits));
    }

    [Fact]
    public void Says_no_indexes_where_none_are_declared() =>
        Assert.Null(TableDefinition.CreateTable(new TableSchema { Name = "orders", PartitionKey = "pk" }, "orders").GlobalSecondaryIndexes);
}
