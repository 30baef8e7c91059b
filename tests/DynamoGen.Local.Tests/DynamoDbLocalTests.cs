using System.Net.NetworkInformation;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace DynamoGen.Local.Tests;

public sealed class DynamoDbLocalTests
{
    [Fact]
    public async Task Creates_and_lists_a_table_and_is_gone_when_it_is_stopped()
    {
        var server = await StartAsync();
        await using (server)
        {
            Assert.Equal(DynamoDbLocalSource.NpmPackage, server.Source);
            Assert.Equal("127.0.0.1", server.Endpoint.Host);
            Assert.True(Processes.IsRunning(server.ProcessId!.Value));

            using var client = Connect(server);
            await CreateTableAsync(client, "orders");
            Assert.Equal(["orders"], (await client.ListTablesAsync()).TableNames);
        }

        Assert.False(Processes.IsRunning(server.ProcessId.Value));
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, server.Endpoint.Port);
        listener.Start();
    }

    [Fact]
    public async Task Runs_two_servers_side_by_side_that_share_nothing()
    {
        var servers = await Task.WhenAll(StartAsync(), StartAsync());
        await using var first = servers[0];
        await using var second = servers[1];
        using var firstClient = Connect(first);
        using var secondClient = Connect(second);

        await CreateTableAsync(firstClient, "orders");

        Assert.NotEqual(first.Endpoint, second.Endpoint);
        Assert.Single((await firstClient.ListTablesAsync()).TableNames);
        Assert.Empty((await secondClient.ListTablesAsync()).TableNames ?? []);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_region_has_a_database_of_its_own_where_the_options_say_so(bool separate)
    {
        await using var server = await DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { SeparateDatabases = separate });
        using var east = Connect(server, "us-east-1");
        using var west = Connect(server, "eu-west-1");

        await CreateTableAsync(east, "orders");

        Assert.Single((await east.ListTablesAsync()).TableNames);
        Assert.Equal(separate ? 0 : 1, (await west.ListTablesAsync()).TableNames?.Count ?? 0);
    }

    [Fact]
    public async Task Listens_on_the_loopback_address_only()
    {
        await using var server = await StartAsync();

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => listener.Port == server.Endpoint.Port)
            .Select(listener => listener.Address.IsIPv4MappedToIPv6 ? listener.Address.MapToIPv4() : listener.Address);

        Assert.All(listeners, address => Assert.Equal(System.Net.IPAddress.Loopback, address));
        Assert.NotEmpty(listeners);
    }

    [Fact]
    public async Task Can_be_stopped_twice()
    {
        var server = await StartAsync();
        await server.DisposeAsync();
        await server.DisposeAsync();

        Assert.False(Processes.IsRunning(server.ProcessId!.Value));
    }

    [Fact]
    public async Task Reports_a_requested_port_that_is_taken()
    {
        await using var first = await StartAsync();

        var exception = await Assert.ThrowsAsync<DynamoDbLocalStartException>(() => StartAsync(first.Endpoint.Port));

        Assert.Contains("ended before it answered", exception.Message);
        Assert.Contains("Address already in use", exception.Output);
    }

    [Fact]
    public async Task Listens_on_the_requested_port_once_that_is_free()
    {
        var first = await StartAsync();
        await first.DisposeAsync();

        await using var second = await StartAsync(first.Endpoint.Port);

        Assert.Equal(first.Endpoint, second.Endpoint);
    }

    [Fact]
    public async Task Has_in_its_folder_what_a_server_that_was_killed_had()
    {
        using var data = new ToolFolder();
        var options = new DynamoDbLocalOptions { Environment = RealJar.Environment, DatabaseDirectory = data.PathOf("data") };
        await using (var first = await DynamoDbLocal.StartAsync(options))
        {
            using var client = Connect(first);
            await CreateTableAsync(client, "orders");
        }

        await using var second = await DynamoDbLocal.StartAsync(options);

        using var another = Connect(second);
        Assert.Equal(["orders"], (await another.ListTablesAsync()).TableNames);
    }

    [Fact]
    public async Task Leaves_no_process_when_cancelled_while_the_real_server_starts()
    {
        using var cancellation = new CancellationTokenSource();
        using var tools = new ToolFolder();
        var pidFile = tools.PathOf("pid");
        tools.AddJava($"echo $$ > '{pidFile}'\nexec '{ToolFolder.Real("java")}' \"$@\"");
        tools.Add("npm", $"PATH='{Environment.GetEnvironmentVariable("PATH")}' exec '{ToolFolder.Real("npm")}' \"$@\"");
        tools.Add("node", $"exec '{ToolFolder.Real("node")}' \"$@\"");
        var start = DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Environment = tools.Environment }, cancellation.Token);
        var id = await Processes.ReadIdAsync(pidFile);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.False(Processes.IsRunning(id));
    }

    private static Task<DynamoDbLocal> StartAsync(int? port = null) =>
        DynamoDbLocal.StartAsync(new DynamoDbLocalOptions { Port = port, Environment = RealJar.Environment });

    private static AmazonDynamoDBClient Connect(DynamoDbLocal server, string region = "us-east-1") => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = server.Endpoint.AbsoluteUri, AuthenticationRegion = region });

    private static Task CreateTableAsync(AmazonDynamoDBClient client, string name) => client.CreateTableAsync(new CreateTableRequest
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = [new KeySchemaElement("pk", KeyType.HASH)],
        AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S)],
    });
}
