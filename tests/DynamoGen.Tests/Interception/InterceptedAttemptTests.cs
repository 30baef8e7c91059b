using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Transport;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Interception;

/// <summary>Retries are attempts of one request, by each transport.</summary>
public sealed class InterceptedAttemptTests
{
    private static readonly CannedResponse Fault = CannedResponse.Error(500, "InternalServerError");
    private static readonly CannedResponse Answer = CannedResponse.Ok("""{"ConsumedCapacity":{"TableName":"shop","CapacityUnits":0.5}}""");

    public static TheoryData<TransportKind> Transports => [TransportKind.Direct, TransportKind.Sdk];

    private static ServiceProvider Connect(TransportKind kind, CannedServer server, RecordingInterceptor interceptor)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(_ => kind == TransportKind.Direct
            ? new DirectTransport(CannedTransport.Config(server), CannedTransport.Credentials)
            : new SdkTransport(CannedTransport.Config(server), CannedTransport.Credentials));
        services.AddDynamoGen(options => options.Region = "eu-west-1").AddRepository<ICustomers>().AddInterceptor(_ => interceptor);
        return services.BuildServiceProvider();
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_retry_that_succeeds_is_the_second_attempt(TransportKind transport)
    {
        await using var server = new CannedServer(Fault, Answer);
        var interceptor = new RecordingInterceptor();
        await using var services = Connect(transport, server, interceptor);

        await services.GetRequiredService<ICustomers>().Get("a");

        var request = Assert.Single(interceptor.After);
        Assert.Equal((2, "REQUEST-1", 0.5), (request.Attempts, request.RequestId, request.ConsumedCapacityUnits));
        Assert.Empty(interceptor.Failed);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_request_that_fails_for_good_is_told_once(TransportKind transport)
    {
        await using var server = new CannedServer(Fault, Fault);
        var interceptor = new RecordingInterceptor();
        await using var services = Connect(transport, server, interceptor);

        await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => services.GetRequiredService<ICustomers>().Get("a").AsTask());

        var request = Assert.Single(interceptor.Failed);
        Assert.Equal((2, "REQUEST-1", null), (request.Attempts, request.RequestId, request.ConsumedCapacityUnits));
        Assert.Equal("InternalServerError", request.ErrorType);
        Assert.IsAssignableFrom<AmazonDynamoDBException>(request.Exception);
        Assert.Empty(interceptor.After);
    }
}
