using Amazon.Runtime;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>Sends a sink's requests, by the transport's one loop of attempts.</summary>
internal sealed class ServiceClient : IDisposable
{
    private readonly SinkConfig _config;
    private readonly DirectSender _sender;
    private readonly Lazy<DirectEndpoint> _endpoint;

    private ServiceClient(SinkConfig config, AWSCredentials? credentials, TimeProvider? timeProvider, Func<DirectEndpoint> endpoint)
    {
        _config = config;
        _endpoint = new Lazy<DirectEndpoint>(endpoint, LazyThreadSafetyMode.PublicationOnly);
        _sender = new DirectSender(config, credentials, timeProvider, DirectConnection.Handler(config), Random.Shared, Pace);
        TimeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>How often a request, or an entry of it, is sent, and how long is waited in between.</summary>
    public static RetryPace Pace => RetryPace.OtherServices;

    public TimeProvider TimeProvider { get; }

    /// <summary>How often an entry is sent at most.</summary>
    public int Attempts => Pace.Attempts(_config);

    /// <summary>Where requests go.</summary>
    public DirectEndpoint Endpoint => _endpoint.Value;

    /// <summary>Creates a client with a pool of connections of its own.</summary>
    /// <param name="host">The service.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="destination">The ARN or name of where events go.</param>
    /// <exception cref="InvalidOperationException">The configuration has a setting that only the SDK's pipeline follows.</exception>
    public static ServiceClient Of<TEvent>(ServiceHost host, SinkOptions<TEvent> options, string destination)
        where TEvent : class
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxRequestBytes);
        var config = new SinkConfig(host) { RetryMode = RequestRetryMode.Standard };
        options.Configure?.Invoke(config);
        UnfollowedSettings.Refuse(config, "Leave it out.");
        var region = options.Region ?? ServiceHost.RegionOf(destination);
        return new ServiceClient(config, options.Credentials, options.TimeProvider, () => host.Endpoint(config, options.ServiceUrl, region));
    }

    public ValueTask<TransportResponse> SendAsync(HttpOperation operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        _sender.SendAsync(new Call(operation, body, Endpoint), cancellationToken);

    public void Dispose() => _sender.Dispose();

    /// <summary>A request whose answer was lost is sent again: what it delivers can come more than once in any case.</summary>
    private readonly struct Call(HttpOperation operation, ReadOnlyMemory<byte> body, DirectEndpoint endpoint) : IDirectCall
    {
        public HttpOperation Operation => operation;

        public ReadOnlyMemory<byte> Body => body;

        public int ResponseLimit => operation.ResponseLimit;

        public bool IsRepeatable => true;

        public DirectEndpoint Endpoint(ImmutableCredentials credentials) => endpoint;

        public ObservedRequest? Observer => null;

        public void Refused(AmazonServiceException refusal)
        {
        }
    }
}
