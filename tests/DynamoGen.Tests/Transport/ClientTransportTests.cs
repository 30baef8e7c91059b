using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Schema;
using DynamoGen.Tests.Versions;
using DynamoGen.Transport;
using DynamoGen.Transport.Clients;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection;
using static DynamoGen.Tests.Transport.CannedTransport;

namespace DynamoGen.Tests.Transport;

/// <summary>A transport over clients that are mocks, and how repositories get one.</summary>
public sealed class ClientTransportTests
{
    private readonly IAmazonDynamoDB _client;
    private readonly FakeClient _fake;

    public ClientTransportTests() => (_client, _fake) = FakeClient.Create();

    private ServiceProvider Services(Action<DynamoGenBuilder> addRepositories)
    {
        var services = new ServiceCollection();
        addRepositories(services.AddDynamoGen(options =>
        {
            options.ServiceUrl = "http://127.0.0.1:1";
            options.Credentials = _ => CannedTransport.Credentials;
            options.ConfigureClient = config => config.MaxErrorRetry = 0;
        }));
        return services.BuildServiceProvider();
    }

    private IOldBadges Badges() => Services(builder => builder.AddRepository<IOldBadges>(_ => new ClientTransport(_client))).GetRequiredService<IOldBadges>();

    [Fact]
    public async Task A_repository_writes_and_reads_by_a_mock()
    {
        Dictionary<string, AttributeValue>? stored = null;
        _fake.Answer<PutItemRequest, PutItemResponse>(request =>
        {
            stored = request.Item;
            return new PutItemResponse();
        });
        var badges = Badges();
        await badges.Put(new OldBadge("a") { Colour = "red", Size = 7 });
        _fake.Answer<UpdateItemRequest, UpdateItemResponse>(_ => new UpdateItemResponse { Attributes = stored });

        Assert.Equal(new OldBadge("a") { Colour = "red", Size = 7 }, await badges.UpdateAndGet("a", 7));

        var update = Assert.IsType<UpdateItemRequest>(_fake.Requests[^1]);
        Assert.Equal(ReturnValue.ALL_NEW, update.ReturnValues);
        Assert.Equal(stored!.Where(pair => update.Key.ContainsKey(pair.Key)).Select(pair => pair.Value.S), update.Key.Values.Select(value => value.S));
    }

    [Fact]
    public async Task A_refusal_of_a_mock_is_certain_although_it_has_no_status()
    {
        _fake.Answer<PutItemRequest, PutItemResponse>(static _ => throw new ConditionalCheckFailedException("no"));

        Assert.False(await Badges().PutIfRedTells(new OldBadge("a")));
    }

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new InternalServerErrorException("lost"), true },
        { new AmazonDynamoDBException("lost"), true },
        { new AmazonClientException("lost"), true },
        { new IOException("lost"), true },
        { new TimeoutException("lost"), true },
        { new ResourceNotFoundException("refused"), false },
        { new ProvisionedThroughputExceededException("refused"), false },
        { new HttpRequestException(HttpRequestError.ConnectionError), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_of_a_write_tells_whether_it_may_have_been_applied(Exception failure, bool mayBeApplied)
    {
        _fake.Answer<DeleteItemRequest, DeleteItemResponse>(_ => throw failure).Answer<GetItemRequest, GetItemResponse>(_ => throw failure);
        var transport = new ClientTransport(_client);

        Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(transport)));
        Assert.False(AppliedAttempt.IsIn(failure));
        Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(transport, DynamoOperation.DeleteItem)));
        Assert.Equal(mayBeApplied, AppliedAttempt.IsIn(failure));
    }

    [Theory]
    [InlineData(DynamoOperation.GetItem, """{"TableName":"t","AttributesToGet":["a"]}""", "AttributesToGet")]
    [InlineData(DynamoOperation.PutItem, """{"TableName":"t","Expected":{}}""", "Expected")]
    [InlineData(DynamoOperation.TransactWriteItems, """{"TransactItems":[{"Put":{"TableName":"t","ReturnValues":"NONE"}}]}""", "ReturnValues")]
    [InlineData(DynamoOperation.BatchGetItem, """{"RequestItems":{"t":{"Limit":1}}}""", "Limit")]
    public async Task A_member_that_it_does_not_know_is_an_error_and_nothing_is_sent(DynamoOperation operation, string body, string member)
    {
        var refused = await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(new ClientTransport(_client), operation, body: body));

        Assert.Contains($"'{member}'", refused.Message);
        Assert.Empty(_fake.Requests);
    }

    [Fact]
    public async Task An_operation_that_it_does_not_know_is_an_error() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SendAsync(new ClientTransport(_client), (DynamoOperation)99));

    [Fact]
    public async Task A_mock_that_gives_no_response_is_an_error()
    {
        _fake.Answer<GetItemRequest, GetItemResponse>(static _ => null);

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(new ClientTransport(_client)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_registered_transport_is_that_of_all_repositories(bool isFirst)
    {
        var transport = new ClientTransport(_client);
        var services = new ServiceCollection();
        if (isFirst)
        {
            services.AddSingleton<ITransport>(transport);
        }

        services.AddDynamoGen();
        if (!isFirst)
        {
            services.AddSingleton<ITransport>(transport);
        }

        using var provider = services.BuildServiceProvider();
        Assert.Same(transport, provider.GetRequiredService<ITransport>());
    }

    [Fact]
    public async Task A_single_repository_has_a_transport_of_its_own()
    {
        _fake.Answer<PutItemRequest, PutItemResponse>(static _ => new PutItemResponse());
        await using var services = Services(builder => builder.AddRepository<INewBadges>().AddRepository<IOldBadges>(_ => new ClientTransport(_client)));

        await services.GetRequiredService<IOldBadges>().Put(new OldBadge("a"));

        Assert.Single(_fake.Requests);
        Assert.IsType<DirectTransport>(services.GetRequiredService<ITransport>());
        await Assert.ThrowsAnyAsync<Exception>(() => services.GetRequiredService<INewBadges>().Put(new NewBadge("a")).AsTask());
        Assert.Single(_fake.Requests);
    }

    [Fact]
    public void A_repository_that_was_added_before_gets_no_other_transport()
    {
        var builder = new ServiceCollection().AddDynamoGen().AddRepository<IOldBadges>();

        var refused = Assert.Throws<InvalidOperationException>(() => builder.AddRepository<IOldBadges>(_ => new ClientTransport(_client)));

        Assert.Contains(nameof(IOldBadges), refused.Message);
    }
}

/// <summary>The errors of the SDK's client arrive as they are.</summary>
public sealed class ClientErrorTests : ErrorResponseTests
{
    private protected override ITransport NewTransport(CannedServer server, Action<AmazonDynamoDBConfig>? configure)
    {
        var client = new AmazonDynamoDBClient(Credentials, Config(server, configure));
        EndWithTest(client);
        return new ClientTransport(client);
    }
}
