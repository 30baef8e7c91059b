using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.CommandLine.Infrastructure.CloudFormation;
using DynamoGen.CommandLine.Infrastructure.CreateTable;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.Hosting;

namespace DynamoGen.CommandLine.Tests.Infrastructure;

/// <summary>CreateTable makes the table that is declared: a server takes it, and the provisioner finds nothing to object to.</summary>
public sealed class CreateTableTests(VerbServer server)
{
    public static TheoryData<string> Names => [.. Designs.All.Where(table => table.Schema.VectorIndexes.Count == 0).Select(table => table.Schema.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_server_makes_what_is_declared(string name)
    {
        await using var host = await VerbHost.CreateAsync(server, _ => { });
        var client = host.Get<IAmazonDynamoDB>();
        var schema = Designs.All.Single(table => table.Schema.Name == name).Schema;
        var table = new DeclaredTable(schema, host.Get<DynamoGenOptions>().TableName(schema), []);

        await client.CreateTableAsync(Request(table), TestContext.Current.CancellationToken);

        // It compares keys, attributes and indexes; what it adds is the time to live.
        await host.Get<TableProvisioner>().EnsureCreatedAsync(schema, TestContext.Current.CancellationToken);
        var made = (await client.DescribeTableAsync(table.Name, TestContext.Current.CancellationToken)).Table;
        Assert.Equal(schema.DeletionProtection, made.DeletionProtectionEnabled == true);
        Assert.Equal(schema.Billing == BillingMode.Provisioned ? schema.Throughput.ReadCapacityUnits : 0, made.ProvisionedThroughput.ReadCapacityUnits);
        Assert.Equal(schema.GlobalIndexes.Select(index => index.Name).Order(), made.GlobalSecondaryIndexes.Select(index => index.IndexName).Order());
        Assert.All(made.GlobalSecondaryIndexes, index => Assert.Equal(
            TableProperties.Projection(schema.GlobalIndexes.Single(one => one.Name == index.IndexName).Projection, [])["ProjectionType"]!.ToString(),
            $"TextValue {{ Text = {index.Projection.ProjectionType.Value} }}"));
    }

    [Fact]
    public void What_CreateTable_cannot_say_follows_in_calls_of_its_own()
    {
        Assert.Equal(["UpdateTimeToLive", "UpdateContinuousBackups"], Operations(Designs.OnDemand));
        Assert.Equal(["RegisterScalableTarget", "PutScalingPolicy", "RegisterScalableTarget", "PutScalingPolicy"], Operations(Designs.Provisioned));
        Assert.Equal(["UpdateTimeToLive", "UpdateContinuousBackups", "UpdateTable", "UpdateTable"], Operations(Designs.Eventual));
        Assert.Equal("UpdateTable", Operations(Designs.Strong)[^1]);
    }

    private static string[] Operations(DeclaredTable table) => [.. CreateTableForm.Further(table).Select(call => call.Operation)];

    /// <summary>The request as the SDK has it; names are the same.</summary>
    private static CreateTableRequest Request(DeclaredTable table)
    {
        var json = JsonNode.Parse(CloudFormationForm.Of(CreateTableForm.Request(table)))!;
        return new CreateTableRequest
        {
            TableName = (string?)json["TableName"],
            KeySchema = Keys(json["KeySchema"]!),
            AttributeDefinitions = [.. json["AttributeDefinitions"]!.AsArray()
                .Select(attribute => new AttributeDefinition((string)attribute!["AttributeName"]!, (string)attribute["AttributeType"]!))],
            BillingMode = (string)json["BillingMode"]!,
            ProvisionedThroughput = json["ProvisionedThroughput"].Deserialize<ProvisionedThroughput>(),
            OnDemandThroughput = json["OnDemandThroughput"].Deserialize<OnDemandThroughput>(),
            DeletionProtectionEnabled = (bool?)json["DeletionProtectionEnabled"],
            TableClass = (string?)json["TableClass"],
            Tags = json["Tags"].Deserialize<List<Tag>>(),
            StreamSpecification = json["StreamSpecification"] is { } stream
                ? new StreamSpecification { StreamEnabled = (bool)stream["StreamEnabled"]!, StreamViewType = (string)stream["StreamViewType"]! }
                : null,
            GlobalSecondaryIndexes = [.. (json["GlobalSecondaryIndexes"]?.AsArray() ?? []).Select(index => new GlobalSecondaryIndex
            {
                IndexName = (string)index!["IndexName"]!,
                KeySchema = Keys(index["KeySchema"]!),
                Projection = Projection(index["Projection"]!),
                ProvisionedThroughput = index["ProvisionedThroughput"].Deserialize<ProvisionedThroughput>(),
                OnDemandThroughput = index["OnDemandThroughput"].Deserialize<OnDemandThroughput>(),
            })],
            LocalSecondaryIndexes = json["LocalSecondaryIndexes"] is not { } local ? null : [.. local.AsArray().Select(index => new LocalSecondaryIndex
            {
                IndexName = (string)index!["IndexName"]!,
                KeySchema = Keys(index["KeySchema"]!),
                Projection = Projection(index["Projection"]!),
            })],
        };
    }

    private static List<KeySchemaElement> Keys(JsonNode keys) =>
        [.. keys.AsArray().Select(key => new KeySchemaElement((string)key!["AttributeName"]!, (string)key["KeyType"]!))];

    private static Projection Projection(JsonNode json) => new()
    {
        ProjectionType = (string)json["ProjectionType"]!,
        NonKeyAttributes = json["NonKeyAttributes"].Deserialize<List<string>>(),
    };
}
