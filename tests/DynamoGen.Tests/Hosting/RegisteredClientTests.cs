using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Streams.Shards;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Transport;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using DynamoGen.Transport.Clients;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Hosting;

/// <summary>A client that the application has registered itself is the one that everything uses, or is refused.</summary>
public sealed class RegisteredClientTests(LocalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AmazonDynamoDBClient Registered() => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "ap-south-1", MaxErrorRetry = 1 });

    [Theory]
    [InlineData(TransportKind.Direct, true, null)]
    [InlineData(TransportKind.Direct, false, null)]
    [InlineData(TransportKind.Sdk, true, null)]
    [InlineData(TransportKind.Sdk, false, "archive")]
    [InlineData(TransportKind.Direct, true, "archive")]
    public async Task Tables_are_made_read_and_written_where_the_registered_client_goes(TransportKind kind, bool isFirst, string? name)
    {
        var prefix = LocalServer.NewPrefix();
        using var client = Registered();
        var services = new ServiceCollection();
        void Register() => services.AddKeyedSingleton<IAmazonDynamoDB>(name, (_, _) => client);
        if (isFirst)
        {
            Register();
        }

        void Configure(DynamoGenOptions options)
        {
            options.TableNamePrefix = prefix;
            options.Transport = kind;
        }

        (name is null ? services.AddDynamoGen(Configure) : services.AddDynamoGen(name, Configure)).AddRepository<INotes>();
        if (!isFirst)
        {
            Register();
        }

        await using var provider = services.BuildServiceProvider();
        await HostedStart.RunAsync(provider);

        // Keyed by null is without a key.
        await provider.GetRequiredKeyedService<TableProvisioner>(name).EnsureCreatedAsync<Notes>(Cancellation);
        var notes = provider.GetRequiredService<INotes>();
        await notes.Put(new Note("1", "a") { Text = "x" });
        await provider.GetRequiredKeyedService<ITransactions>(name).WriteAsync([notes.PutAction(new Note("2", "a"))], cancellationToken: Cancellation);

        Assert.Equal("x", (await notes.Get("1"))?.Text);
        Assert.Equal(2, (await client.ScanAsync(new() { TableName = prefix + "notes" }, Cancellation)).Count);
        Assert.Empty(await provider.GetRequiredKeyedService<IStreamClient>(name).ListStreamsAsync(prefix + "notes", Cancellation));
        Assert.IsType(kind == TransportKind.Direct ? typeof(DirectTransport) : typeof(SdkTransport), provider.GetRequiredKeyedService<ITransport>(name));
    }

    [Fact]
    public async Task A_derived_transport_has_the_region_the_credentials_and_the_retries_of_the_client()
    {
        await using var canned = new CannedServer(_ => CannedResponse.Error(500, "InternalServerError"));
        using var client = new AmazonDynamoDBClient(
            new SessionAWSCredentials("given", "secret", "token"),
            new AmazonDynamoDBConfig { ServiceURL = canned.Url, AuthenticationRegion = "sa-east-1", MaxErrorRetry = 1 });
        var services = new ServiceCollection();
        services.AddSingleton<IAmazonDynamoDB>(client);
        services.AddDynamoGen().AddRepository<INotes>();
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAnyAsync<Exception>(() => provider.GetRequiredService<INotes>().Get("1").AsTask());

        Assert.Equal(2, canned.Requests.Count);
        Assert.All(canned.Requests, request => Assert.Contains("Credential=given/", request.Headers["Authorization"]));
        Assert.All(canned.Requests, request => Assert.Contains("/sa-east-1/dynamodb/", request.Headers["Authorization"]));
        Assert.All(canned.Requests, request => Assert.Equal("token", request.Headers["X-Amz-Security-Token"]));
    }

    public static TheoryData<string, Action<DynamoGenOptions>> Contradictions => new()
    {
        { "ServiceUrl is 'http://127.0.0.1:1', and the client's is", options => options.ServiceUrl = "http://127.0.0.1:1" },
        { "Region is 'eu-west-1', and the client's is 'ap-south-1'", options => options.Region = "eu-west-1" },
        { "Profile is 'other', and the client's is not set", options => options.Profile = "other" },
        { "MaxErrorRetry is 7, and the client's is 1", options => options.MaxErrorRetry = 7 },
        { "RetryMode is Adaptive, and the client's is Standard", options => options.RetryMode = RequestRetryMode.Adaptive },
        { "RequestTimeout is 00:00:07, and the client's is not set", options => options.RequestTimeout = TimeSpan.FromSeconds(7) },
        { "Credentials are given", options => options.Credentials = _ => new BasicAWSCredentials("a", "b") },
        { "ConfigureClient changes", options => options.ConfigureClient = _ => { } },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task Options_that_say_something_else_than_the_client_are_refused(string named, Action<DynamoGenOptions> configure)
    {
        using var client = Registered();
        var services = new ServiceCollection();
        services.AddSingleton<IAmazonDynamoDB>(client);
        services.AddDynamoGen(configure).AddRepository<INotes>();
        await using var provider = services.BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => HostedStart.RunAsync(provider));

        Assert.StartsWith(
            "An IAmazonDynamoDB is registered for the client without a name, but the options of AddDynamoGen say otherwise: " + named,
            refused.Message);
        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<INotes>());
        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<TableProvisioner>());
    }

    [Fact]
    public async Task Options_that_say_the_same_as_the_client_are_taken()
    {
        var credentials = new BasicAWSCredentials("local", "local");
        using var client = new AmazonDynamoDBClient(
            credentials, new AmazonDynamoDBConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "ap-south-1", MaxErrorRetry = 1 });
        using var regional = new AmazonDynamoDBClient(credentials, RegionEndpoint.EUWest1);
        var services = new ServiceCollection();
        services.AddSingleton<IAmazonDynamoDB>(client).AddKeyedSingleton<IAmazonDynamoDB>("regional", regional);
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = server.Endpoint;
            options.Region = "ap-south-1";
            options.MaxErrorRetry = 1;
            options.Credentials = _ => credentials;
        });
        services.AddDynamoGen("regional", options => options.Region = "eu-west-1");
        await using var provider = services.BuildServiceProvider();

        await HostedStart.RunAsync(provider);

        Assert.IsType<DirectTransport>(provider.GetRequiredService<ITransport>());
    }

    [Fact]
    public async Task A_client_that_is_not_the_SDKs_own_is_used_as_it_is()
    {
        var (client, fake) = FakeClient.Create();
        fake.Answer<Amazon.DynamoDBv2.Model.PutItemRequest, Amazon.DynamoDBv2.Model.PutItemResponse>(static _ => new());
        var services = new ServiceCollection();
        services.AddSingleton(client);
        services.AddDynamoGen().AddRepository<INotes>();
        await using var provider = services.BuildServiceProvider();
        await HostedStart.RunAsync(provider);

        await provider.GetRequiredService<INotes>().Put(new Note("1", "a"));

        Assert.Single(fake.Requests);
        Assert.IsType<ClientTransport>(provider.GetRequiredService<ITransport>());
        var refused = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IStreamClient>);
        Assert.EndsWith("Register an IStreamClient, such as a StreamClient with its configuration.", refused.Message);
    }

    [Fact]
    public void A_client_with_a_setting_of_the_pipeline_alone_is_refused_by_the_direct_transport()
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("a", "b"), new AmazonDynamoDBConfig { ServiceURL = server.Endpoint, RetryMode = RequestRetryMode.Adaptive });
        var services = new ServiceCollection();
        services.AddSingleton<IAmazonDynamoDB>(client);
        services.AddDynamoGen();
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<ITransport>);

        Assert.StartsWith("RetryMode Adaptive has an effect in the AWS SDK's pipeline only.", refused.Message);
    }
}
