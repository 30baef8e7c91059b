using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;
using Microsoft.Extensions.Time.Testing;
using static DynamoGen.Testing.Tests.Regions.InventoryOfRegions;

namespace DynamoGen.Testing.Tests.Regions;

/// <summary>Each way of writing is replicated, item by item.</summary>
public sealed class ReplicatedWriteTests
{
    [Fact]
    public async Task An_update_replicates_the_whole_item()
    {
        await using var regions = await StartAsync();
        await regions.PutAsync(East, "a", "first");
        await regions.ReplicateAsync();

        await regions.Client(East).UpdateItemAsync(new UpdateItemRequest
        {
            TableName = "inventory",
            Key = Key("a"),
            UpdateExpression = "ADD #count :one",
            ExpressionAttributeNames = new() { ["#count"] = "Count" },
            ExpressionAttributeValues = new() { [":one"] = new() { N = "1" } },
        });
        await regions.ReplicateAsync();

        Assert.True(await regions.HaveConvergedAsync());
        Assert.Equal(["first", "first"], await regions.GetAllAsync("a"));
    }

    [Fact]
    public async Task A_batch_replicates_each_of_its_items()
    {
        await using var regions = await StartAsync();
        await regions.PutAsync(West, "c", "deleted");
        await regions.ReplicateAsync();

        await regions.Client(East).BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>>
        {
            ["inventory"] = [new(new PutRequest(Item("a", "1"))), new(new PutRequest(Item("b", "2"))), new(new DeleteRequest(Key("c")))],
        });

        Assert.Equal(3, await regions.ReplicateAsync());
        Assert.Equal(["1", "2", null], [await regions.GetAsync(West, "a"), await regions.GetAsync(West, "b"), await regions.GetAsync(West, "c")]);
    }

    [Fact]
    public async Task A_transaction_is_whole_in_its_region_only()
    {
        await using var regions = await StartAsync();
        await regions.Client(East).TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                new() { Put = new() { TableName = "inventory", Item = Item("a", "1") } },
                new() { Put = new() { TableName = "inventory", Item = Item("b", "2") } },
            ],
        });

        Assert.Equal(1, await regions.ReplicateAsync(changes: 1));
        Assert.Single([await regions.GetAsync(West, "a"), await regions.GetAsync(West, "b")], static text => text is not null);
        await regions.ReplicateAsync();
        Assert.True(await regions.HaveConvergedAsync());
    }

    [Fact]
    public async Task A_write_has_its_own_time_however_it_names_its_item()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
        await using var regions = await SimulatedRegions.StartAsync(new SimulatedRegionsOptions { TimeProvider = clock }, East, West);
        await regions.CreateTableAsync(new TableSchema { Name = "readings", PartitionKey = "PK", PartitionKeyType = KeyAttributeType.Number });
        var client = regions.Client(East);
        var written = new List<DateTimeOffset>();
        foreach (var number in new[] { "1.50", "2e2", "-0.00", "1234567890123456789012345678901234567" })
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            written.Add(clock.GetUtcNow());
            await client.PutItemAsync("readings", new() { ["PK"] = new() { N = number } });
        }

        await client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems =
            [
                new() { Delete = new() { TableName = "readings", Key = new() { ["PK"] = new() { N = "1.5" } } } },
                new() { Update = new() { TableName = "readings", Key = new() { ["PK"] = new() { N = "7" } }, UpdateExpression = "SET Seen = PK" } },
            ],
        });
        written.AddRange([clock.GetUtcNow(), clock.GetUtcNow()]);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(6, await regions.ReplicateAsync());

        Assert.Equal(written, regions.Log.Select(static change => change.Timestamp).Order());
        Assert.True(await regions.HaveConvergedAsync());
    }

    [Fact]
    public async Task A_condition_is_judged_by_the_regions_own_copy()
    {
        await using var regions = await StartAsync();
        PutItemRequest Create(string text) =>
            new("inventory", Item("a", text)) { ConditionExpression = "attribute_not_exists(PK)" };

        await regions.Client(East).PutItemAsync(Create("of the east"));
        await regions.Client(West).PutItemAsync(Create("of the west"));
        await regions.ReplicateAsync();

        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => regions.Client(East).PutItemAsync(Create("refused")));
        Assert.Equal(["of the west", "of the west"], await regions.GetAllAsync("a"));
        Assert.Equal(0, await regions.ReplicateAsync());
    }

    [Fact]
    public async Task A_statement_that_writes_is_refused_and_one_that_reads_is_not()
    {
        await using var regions = await StartAsync();
        await regions.PutAsync(East, "a", "text");

        var refused = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => regions.Client(East).ExecuteStatementAsync(
            new ExecuteStatementRequest { Statement = "UPDATE \"inventory\" SET \"Text\" = 'other' WHERE PK = 'a'" }));
        Assert.Equal("ValidationException", refused.ErrorCode);
        Assert.Contains("PartiQL", refused.Message);
        await Assert.ThrowsAsync<AmazonDynamoDBException>(() => regions.Client(East).BatchExecuteStatementAsync(new BatchExecuteStatementRequest
        {
            Statements = [new() { Statement = "INSERT INTO \"inventory\" VALUE {'PK': 'b'}" }],
        }));

        var read = await regions.Client(East).ExecuteStatementAsync(new ExecuteStatementRequest { Statement = "select * from \"inventory\"" });
        Assert.Equal("text", Assert.Single(read.Items)["Text"].S);
    }

    [Fact]
    public async Task A_table_of_one_region_is_not_replicated()
    {
        await using var regions = await StartAsync();
        await regions.Client(East).CreateTableAsync(new CreateTableRequest
        {
            TableName = "leases",
            BillingMode = Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("PK", KeyType.HASH)],
            AttributeDefinitions = [new("PK", ScalarAttributeType.S)],
        });

        await regions.Client(East).PutItemAsync("leases", Item("a", "text"));

        Assert.Equal(0, await regions.ReplicateAsync());
        Assert.DoesNotContain("leases", (await regions.Client(West).ListTablesAsync()).TableNames);
    }

    [Fact]
    public async Task Regions_of_two_tests_share_nothing()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await first.PutAsync(East, "a", "text");

        Assert.Equal([null, null], await second.GetAllAsync("a"));
    }
}
