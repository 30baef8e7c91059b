using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Transport;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Tests.Outcomes;

/// <summary>The repositories over a transport that loses answers.</summary>
internal sealed class LossyConnection : IDisposable
{
    private readonly ITransport _transport;

    public LossyConnection(LocalServer server, LossyHandler handler, TransportKind kind, string prefix)
    {
        // The SDK keeps one bucket of retries for all clients of an endpoint, which so many faults would empty for the other tests too.
        var config = new AmazonDynamoDBConfig { ServiceURL = server.Endpoint, AuthenticationRegion = "us-east-1", ThrottleRetries = false };
        var credentials = new BasicAWSCredentials("local", "local");
        if (kind == TransportKind.Direct)
        {
            _transport = new DirectTransport(config, credentials, telemetry: null, new JumpingClock(DateTimeOffset.UtcNow), handler, Random.Shared);
        }
        else
        {
            config.HttpClientFactory = new Factory(handler);
            _transport = new SdkTransport(config, credentials);
        }

        var context = new RepositoryContext(_transport, new DynamoGenTelemetry(), new DynamoGenOptions { TableNamePrefix = prefix });
        Repositories = new LedgerRepositories(
            Create<ILedgers>(context), Create<ILockedLedgers>(context), Create<IPlainLedgers>(context), Create<INamedLedgers>(context));
    }

    public LedgerRepositories Repositories { get; }

    public void Dispose() => ((IDisposable)_transport).Dispose();

    private static TRepository Create<TRepository>(RepositoryContext context)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(context);

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
    }
}
