using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace DynamoGen.Local.Tests;

/// <summary>
/// What DynamoDB Local answers otherwise than DynamoDB, as the remarks on <see cref="DynamoDbLocal"/> say. Where a newer version no
/// longer does, they are to be changed.
/// </summary>
public sealed class DeviationTests : IAsyncLifetime
{
    private DynamoDbLocal? _server;
    private AmazonDynamoDBClient? _client;

    private AmazonDynamoDBClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = RealJar.Environment });
        _client = Connect("local");
        await CreateTableAsync("orders");
        await CreateTableAsync("indexed", new LocalSecondaryIndex
        {
            IndexName = "by-time",
            KeySchema = [new KeySchemaElement("pk", KeyType.HASH), new KeySchemaElement("at", KeyType.RANGE)],
            Projection = new Projection { ProjectionType = ProjectionType.ALL },
        });
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _server!.DisposeAsync();
    }

    /// <summary>DynamoDB bills twice what it bills for the same writes alone: 4 units.</summary>
    [Fact]
    public async Task A_transaction_is_counted_as_its_writes_alone()
    {
        var response = await Client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL,
            TransactItems = [Put("a"), Put("b")],
        });

        Assert.Equal(2, Assert.Single(response.ConsumedCapacity).CapacityUnits);
    }

    [Fact]
    public async Task The_size_of_an_item_collection_is_left_out()
    {
        var response = await Client.PutItemAsync(new PutItemRequest("indexed", Key("a")) { ReturnItemCollectionMetrics = ReturnItemCollectionMetrics.SIZE });

        Assert.Null(response.ItemCollectionMetrics);
    }

    [Fact]
    public async Task An_access_key_has_letters_and_digits_only()
    {
        using var other = Connect("lo-cal");

        await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => other.ListTablesAsync());
        Assert.Equal(["indexed", "orders"], (await Client.ListTablesAsync()).TableNames);
    }

    private static Dictionary<string, AttributeValue> Key(string id) => new() { ["pk"] = new(id), ["sk"] = new(id) };

    private static TransactWriteItem Put(string id) => new() { Put = new Put { TableName = "orders", Item = Key(id) } };

    private Task CreateTableAsync(string name, params List<LocalSecondaryIndex> indexes)
    {
        List<string> keys = ["pk", "sk", .. indexes.Select(index => index.KeySchema[1].AttributeName)];
        return Client.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new KeySchemaElement("pk", KeyType.HASH), new KeySchemaElement("sk", KeyType.RANGE)],
            AttributeDefinitions = [.. keys.Select(key => new AttributeDefinition(key, ScalarAttributeType.S))],
            LocalSecondaryIndexes = indexes.Count == 0 ? null : indexes,
        });
    }

    private AmazonDynamoDBClient Connect(string accessKey) =>
        new(new BasicAWSCredentials(accessKey, "local"), new AmazonDynamoDBConfig { ServiceURL = _server!.Endpoint.AbsoluteUri });
}
