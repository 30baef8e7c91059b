using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Tests.Hosting;

public sealed class TableProvisionerTests
{
    private const string Keys = """[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]""";
    private const string IndexKeys = """[{"AttributeName":"gsi1pk","KeyType":"HASH"}]""";

    private readonly PassingTime _time = new();

    private static string Table(string status, string indexStatus = "ACTIVE", string keys = Keys, string indexKeys = IndexKeys,
        string index = "gsi1", string projection = "ALL", string more = "", string skType = "S") =>
        $$"""
        {"TableName":"dev-orders","TableStatus":"{{status}}","KeySchema":{{keys}},
        "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"{{skType}}"}],
        "GlobalSecondaryIndexes":[{"IndexName":"{{index}}","IndexStatus":"{{indexStatus}}","KeySchema":{{indexKeys}},
        "Projection":{"ProjectionType":"{{projection}}"} } {{more}}]}
        """;

    private static CannedResponse Described(string table) => CannedResponse.Ok("{\"Table\":" + table + "}");

    private static CannedResponse Created(string table) => CannedResponse.Ok("{\"TableDescription\":" + table + "}");

    private static CannedResponse NotFound() => CannedResponse.Error(400, "ResourceNotFoundException");

    private static IEnumerable<string> Operations(CannedServer server) =>
        server.Requests.Select(request => request.Headers["X-Amz-Target"].Split('.')[1]);

    private async Task EnsureCreatedAsync(CannedServer server, CancellationToken cancellationToken = default)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("access", "secret"),
            new AmazonDynamoDBConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
        var provisioner = new TableProvisioner(client, new DynamoGenOptions { TableNamePrefix = "dev-" }, _time) { Timeout = TimeSpan.FromSeconds(10) };
        await provisioner.EnsureCreatedAsync<OrdersTable>(cancellationToken);
    }

    [Fact]
    public async Task Creates_the_table_and_waits_until_it_and_its_index_are_active()
    {
        await using var server = new CannedServer(
            NotFound(),
            Created(Table("CREATING", "CREATING")),
            Described(Table("CREATING", "CREATING")),
            Described(Table("ACTIVE", "CREATING")),
            Described(Table("ACTIVE")));

        await EnsureCreatedAsync(server);

        Assert.Equal(["DescribeTable", "CreateTable", "DescribeTable", "DescribeTable", "DescribeTable"], Operations(server));
        Assert.Contains("\"TableName\":\"dev-orders\"", System.Text.Encoding.UTF8.GetString(server.Requests[1].Body));
    }

    [Fact]
    public async Task Does_nothing_when_the_table_exists_as_declared()
    {
        await using var server = new CannedServer(Described(Table("ACTIVE")));

        await EnsureCreatedAsync(server);

        Assert.Equal(["DescribeTable"], Operations(server));
    }

    [Fact]
    public async Task Waits_for_the_table_that_somebody_else_has_just_created()
    {
        await using var server = new CannedServer(
            NotFound(),
            CannedResponse.Error(400, "ResourceInUseException"),
            Described(Table("ACTIVE")));

        await EnsureCreatedAsync(server);

        Assert.Equal(["DescribeTable", "CreateTable", "DescribeTable"], Operations(server));
    }

    [Fact]
    public async Task Creates_the_table_again_after_it_is_deleted()
    {
        await using var server = new CannedServer(Described(Table("DELETING")), NotFound(), Created(Table("ACTIVE")));

        await EnsureCreatedAsync(server);

        Assert.Equal(["DescribeTable", "DescribeTable", "CreateTable"], Operations(server));
    }

    public static TheoryData<string, string> Differences => new()
    {
        { Table("ACTIVE", keys: """[{"AttributeName":"id","KeyType":"HASH"}]"""), "its partition key is 'id', not 'pk'" },
        { Table("ACTIVE", keys: """[{"AttributeName":"pk","KeyType":"HASH"}]"""), "its sort key is absent, not 'sk'" },
        { Table("ACTIVE", skType: "N"), "its sort key 'sk' is of type N, not S" },
        { Table("ACTIVE", index: "other"), "it lacks the declared index 'gsi1'" },
        { Table("ACTIVE", indexKeys: Keys), "its index 'gsi1' differs: the partition key is 'pk', not 'gsi1pk'" },
        { Table("ACTIVE", projection: "KEYS_ONLY"), "its index 'gsi1' projects KEYS_ONLY, not ALL" },
        {
            Table("ACTIVE", more: """,{"IndexName":"gsi2","IndexStatus":"ACTIVE","KeySchema":[]}"""),
            "it has an index 'gsi2' that is not declared"
        },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task Names_the_difference_when_the_table_exists_otherwise(string table, string difference)
    {
        await using var server = new CannedServer(Described(table));

        var exception = await Assert.ThrowsAsync<TableMismatchException>(() => EnsureCreatedAsync(server));

        Assert.Equal("dev-orders", exception.TableName);
        Assert.Contains(difference, exception.Message);
    }

    [Fact]
    public async Task Gives_up_when_the_table_does_not_become_active_in_time()
    {
        await using var server = new CannedServer([.. Enumerable.Repeat(Described(Table("CREATING")), 100)]);

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => EnsureCreatedAsync(server));

        Assert.Contains("dev-orders", exception.Message);
    }

    [Fact]
    public async Task Can_be_cancelled_while_it_waits()
    {
        await using var server = new CannedServer([.. Enumerable.Repeat(Described(Table("CREATING")), 100)]);
        using var cancellation = new CancellationTokenSource();
        using var timer = _time.After(TimeSpan.FromSeconds(2), cancellation.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EnsureCreatedAsync(server, cancellation.Token));
    }

    [Fact]
    public async Task Passes_on_what_the_service_refuses()
    {
        await using var server = new CannedServer(NotFound(), CannedResponse.Error(400, "LimitExceededException"));

        await Assert.ThrowsAsync<Amazon.DynamoDBv2.Model.LimitExceededException>(() => EnsureCreatedAsync(server));
    }

    private sealed class OrdersTable : ITable<OrdersTable>
    {
        public static TableSchema Schema { get; } = new()
        {
            Name = "orders",
            PartitionKey = "pk",
            SortKey = "sk",
            GlobalIndexes = [new GlobalIndexSchema { Name = "gsi1", PartitionKey = "gsi1pk" }],
        };
    }
}
