using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using DynamoGen.Local;

namespace DynamoGen.Aspire.Hosting.Tests;

/// <summary>A program that refers to the server and waits for it, in a host that runs.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public async Task A_program_starts_when_the_server_answers_and_is_told_where()
    {
        Uri endpoint;
        await using (var host = await StartAsync(options: null, program => program.WithEnvironment("AWS_REGION", "eu-west-1")))
        {
            await host.IsAsync("program", KnownResourceStates.Finished);
            var variables = (await host.ReadAsync("environment.txt")).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
                .ToDictionary(pair => pair[0], pair => pair[1]);
            endpoint = new Uri(variables["AWS_ENDPOINT_URL_DYNAMODB"]);
            Assert.Equal(("127.0.0.1", "http"), (endpoint.Host, endpoint.Scheme));
            Assert.Equal(variables["AWS_ENDPOINT_URL_DYNAMODB"], variables["AWS_ENDPOINT_URL_DYNAMODB_STREAMS"]);
            Assert.Equal(variables["AWS_ENDPOINT_URL_DYNAMODB"], variables["ConnectionStrings__dynamodb"]);
            Assert.Equal("eu-west-1", variables["AWS_REGION"]);

            using var client = Connect(endpoint, variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"]);
            Assert.Empty((await client.ListTablesAsync()).TableNames ?? []);
        }

        AssertIsFree(endpoint);
    }

    [Fact]
    public async Task The_dashboard_is_told_of_the_server()
    {
        await using var host = await StartAsync(options: null, static _ => { });

        var server = await host.IsHealthyAsync("dynamodb");
        Assert.Equal(("DynamoDBLocal", KnownResourceStates.Running), (server.ResourceType, server.State?.Text));
        Assert.StartsWith("http://127.0.0.1:", Assert.Single(server.Urls).Url, StringComparison.Ordinal);
        Assert.NotNull(server.StartTimeStamp);
        Assert.Contains(server.Properties, property => property.Name == CustomResourceKnownProperties.Source && Equals(property.Value, "NpmPackage"));
        Assert.Contains("answers at http://127.0.0.1:", await host.LoggedAsync("dynamodb", "DynamoDB Local (NpmPackage)"), StringComparison.Ordinal);

        // A line of the server itself.
        await host.LoggedAsync("dynamodb", "Listening on port ");
    }

    [Fact]
    public async Task A_server_that_does_not_start_fails_its_resource_and_who_waits_for_it()
    {
        var nowhere = new ProcessEnvironment(new Dictionary<string, string?> { ["PATH"] = "", ["JAVA_HOME"] = null, ["DYNAMODB_LOCAL_HOME"] = null });
        await using var host = await StartAsync(new DynamoDbLocalOptions { Environment = nowhere }, static _ => { });

        await host.IsAsync("dynamodb", KnownResourceStates.FailedToStart);
        await host.IsAsync("program", KnownResourceStates.FailedToStart);
        Assert.Contains("Java 17 or later", await host.LoggedAsync("dynamodb", "there is no 'java'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_in_a_folder_is_there_for_the_next_host()
    {
        var folder = Directory.CreateTempSubdirectory("dynamogen-aspire-data-");
        try
        {
            var options = new DynamoDbLocalOptions { DatabaseDirectory = folder.FullName };
            await using (var first = await StartAsync(options, static _ => { }))
            {
                using var client = Connect(await EndpointAsync(first), "local", "local");
                await client.CreateTableAsync(new CreateTableRequest
                {
                    TableName = "orders",
                    KeySchema = [new KeySchemaElement("pk", KeyType.HASH)],
                    AttributeDefinitions = [new AttributeDefinition("pk", ScalarAttributeType.S)],
                    BillingMode = BillingMode.PAY_PER_REQUEST,
                });
            }

            await using var second = await StartAsync(options, static _ => { });
            using var again = Connect(await EndpointAsync(second), "local", "local");
            Assert.Equal(["orders"], (await again.ListTablesAsync()).TableNames);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<RunningHost> StartAsync(DynamoDbLocalOptions? options, Action<IResourceBuilder<ExecutableResource>> configure) =>
        RunningHost.StartAsync((builder, folder) =>
        {
            var dynamodb = builder.AddDynamoDBLocal("dynamodb", options);
            var program = builder.AddExecutable("program", "/bin/sh", folder, "-c", "env > environment.txt");
            configure(program);
            program.WithReference(dynamodb).WaitFor(dynamodb);
        });

    private static async Task<Uri> EndpointAsync(RunningHost host) => new(Assert.Single((await host.IsHealthyAsync("dynamodb")).Urls).Url);

    private static AmazonDynamoDBClient Connect(Uri endpoint, string accessKey, string secretKey) =>
        new(new BasicAWSCredentials(accessKey, secretKey), new AmazonDynamoDBConfig { ServiceURL = endpoint.ToString() });

    /// <summary>Nobody listens there: the server is gone.</summary>
    private static void AssertIsFree(Uri endpoint)
    {
        using var listener = new TcpListener(IPAddress.Loopback, endpoint.Port);
        listener.Start();
    }
}
