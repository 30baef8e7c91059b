using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Regions.Reads;
using DynamoGen.Streams.Clients;
using DynamoGen.Streams.Shards;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using DynamoGen.Transport.Clients;
using DynamoGen.Transport.Direct;
using DynamoGen.WriteBack;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Hosting;

/// <summary>
/// How one client reaches DynamoDB: as the options say, or as the client does that the application has registered itself. Tables, repositories,
/// transactions and streams are made from it, so that none goes elsewhere than the others.
/// </summary>
internal sealed class ConnectedClient
{
    private readonly IServiceProvider _provider;
    private readonly string? _name;
    private readonly DynamoGenOptions _options;

    /// <summary>The application's own client; null where the options' is used.</summary>
    private readonly IAmazonDynamoDB? _registered;

    /// <summary>What the options give for credentials, asked once for the client and the transport: a session is refreshed for both.</summary>
    private readonly AWSCredentials? _credentials;

    /// <exception cref="InvalidOperationException">The options say something else than the client that the application has registered.</exception>
    public ConnectedClient(IServiceProvider provider, AddedClient added)
    {
        (_provider, _name) = (provider, added.Name);
        _options = ClientServices.Of<DynamoGenOptions>(provider, _name);
        _credentials = _options.Credentials?.Invoke(provider);
        if (!added.IsOwn)
        {
            _registered = ClientServices.Of<IAmazonDynamoDB>(provider, _name);
            var theirs = HasOwnPipeline ? null : ExplicitCredentials((AmazonDynamoDBClient)_registered);
            ClientContradictions.Refuse(_options, _options.Credentials is null || ReferenceEquals(_credentials, theirs), _registered, _name);
            _credentials = theirs;
        }
    }

    /// <summary>The client that tables are made and described with.</summary>
    public IAmazonDynamoDB Client => _registered ?? ClientServices.Of<IAmazonDynamoDB>(_provider, _name);

    /// <summary>Whether the application has registered a client that is not the SDK's own: what it does with a request, it alone can do.</summary>
    private bool HasOwnPipeline => _registered is not null and not WireClient && _registered.GetType() != typeof(AmazonDynamoDBClient);

    /// <summary>The options' client.</summary>
    public WireClient CreateClient() => _registered is null
        ? new WireClient(_credentials, _options.CreateClientConfig())
        : _registered as WireClient ?? new WireClient(_credentials, Config(), isConfigShared: true);

    public ITransport CreateTransport()
    {
        var telemetry = _provider.GetRequiredService<DynamoGenTelemetry>();
        if (HasOwnPipeline)
        {
            return OtherClients.IsSupported
                ? new ClientTransport(_registered!, telemetry)
                : throw new InvalidOperationException(
                    $"The IAmazonDynamoDB of {ClientServices.Named(_name)} is a {_registered!.GetType().Name}, and the application's project leaves out what "
                    + "sends requests by such a client: DynamoGen.Hosting.OtherClients.IsSupported is false.");
        }

        return _options.Transport == TransportKind.Direct
            ? new DirectTransport(Config(), _credentials, telemetry, _provider.GetRequiredService<TimeProvider>())
            : new SdkTransport(ClientServices.Of<WireClient>(_provider, _name), telemetry);
    }

    /// <exception cref="InvalidOperationException">The application's client does not show the credentials that streams are to be read with.</exception>
    public IStreamClient CreateStreamClient() => HasOwnPipeline
        ? throw new InvalidOperationException(
            $"The IAmazonDynamoDB of {ClientServices.Named(_name)} is a {_registered!.GetType().Name}, which does not say how streams are reached. "
            + "Register an IStreamClient, such as a StreamClient with its configuration.")
        : new StreamClient(Config(), _credentials, _provider.GetRequiredService<TimeProvider>());

    /// <summary>The region that a transport sends to: that of the options, or else of the client. A transport of the application's own has no other.</summary>
    public string? RegionOf(ITransport transport) => _options.Region ?? transport switch
    {
        ReadFailover failover => RegionOf(failover.Local),
        WriteBackTransport writeBack => RegionOf(writeBack.Inner),
        DirectTransport or SdkTransport => ClientContradictions.RegionOf(Config()),
        ClientTransport => ClientContradictions.RegionOf(_registered?.Config),
        _ => null,
    };

    /// <summary>Finds at the start what would end the first request.</summary>
    /// <exception cref="InvalidOperationException">No region or endpoint is known.</exception>
    public void ThrowIfNowhere()
    {
        if (_registered is null && Config() is { ServiceURL: null or "", RegionEndpoint: null })
        {
            throw new InvalidOperationException(
                $"No region is known to {ClientServices.Named(_name)}. Set {nameof(DynamoGenOptions.Region)} (such as eu-west-1), "
                + $"or {nameof(DynamoGenOptions.ServiceUrl)} "
                + "for a local endpoint, in AddDynamoGen, or AWS_REGION or a region of the profile outside of it.");
        }
    }

    private AmazonDynamoDBConfig Config() => _registered is null ? _options.CreateClientConfig() : (AmazonDynamoDBConfig)_registered.Config;

    /// <summary>The credentials that a client was made with; null for those of its configuration or the default chain.</summary>
    /// <remarks>The SDK shows them to subclasses.</remarks>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_ExplicitAWSCredentials")]
    private static extern AWSCredentials? ExplicitCredentials(AmazonServiceClient client);
}
