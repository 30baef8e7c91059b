using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport.Direct;

/// <summary>
/// Sends requests over HTTP itself, without the pipeline of the AWS SDK. Credentials, endpoints and the configuration are the SDK's, and so are the
/// exceptions and the retries of its standard mode.
/// </summary>
/// <remarks>
/// <para>
/// A fault of the connection, a server error, a response that is cut short, stalls longer than <see cref="ClientConfig.Timeout"/> (100 seconds if unset)
/// or whose CRC32 is wrong, and throttling are tried again: 4 attempts unless <see cref="ClientConfig.MaxErrorRetry"/> or <c>AWS_MAX_ATTEMPTS</c> says
/// otherwise.
/// See <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">retry behavior</see>.
/// </para>
/// <para>
/// Handlers of the SDK's pipeline, request compression and the SDK's own telemetry do not apply, and a configuration with an
/// <see cref="ClientConfig.HttpClientFactory"/>, endpoint discovery or adaptive retries is refused; where one is needed, use <see cref="SdkTransport"/>.
/// </para>
/// </remarks>
public sealed class DirectTransport : ITransport, IDisposable
{
    private readonly DynamoGenTelemetry? _telemetry;
    private readonly DirectEndpoints _endpoints;
    private readonly DirectSender _sender;

    /// <summary>Creates a transport with a pool of connections of its own, which <see cref="Dispose"/> ends.</summary>
    /// <param name="config">Region, endpoint, timeouts, retries and proxy.</param>
    /// <param name="credentials">The credentials, or null for the SDK's default chain.</param>
    /// <param name="telemetry">Counts the requests that were throttled, those that are retried included; may be null.</param>
    /// <param name="timeProvider">The clock of signatures and of the pauses between attempts; null for the system's.</param>
    /// <exception cref="InvalidOperationException">The configuration has a setting that only the SDK's pipeline follows.</exception>
    public DirectTransport(
        AmazonDynamoDBConfig config, AWSCredentials? credentials = null, DynamoGenTelemetry? telemetry = null, TimeProvider? timeProvider = null)
        : this(config, credentials, telemetry, timeProvider, DirectConnection.Handler(config), Random.Shared)
    {
    }

    internal DirectTransport(
        AmazonDynamoDBConfig config,
        AWSCredentials? credentials,
        DynamoGenTelemetry? telemetry,
        TimeProvider? timeProvider,
        HttpMessageHandler handler,
        Random random)
    {
        ArgumentNullException.ThrowIfNull(config);
        UnfollowedSettings.Refuse(config, "Set options.Transport = TransportKind.Sdk, or leave it out.");
        _telemetry = telemetry;
        _endpoints = new DirectEndpoints(config);
        _sender = new DirectSender(config, credentials, timeProvider, handler, random, RetryPace.DynamoDb);
    }

    /// <summary>The tokens that are left for retries.</summary>
    internal int RetryTokens => _sender.RetryTokens;

    /// <inheritdoc/>
    /// <exception cref="IOException">The connection failed, or the response arrived damaged or cut short, also when retried.</exception>
    /// <exception cref="HttpRequestException">No connection could be made, also when retried.</exception>
    /// <exception cref="TimeoutException">The response stopped arriving, also when retried.</exception>
    public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) =>
        _sender.SendAsync(new Call(this, WireOperation.Of(request.Operation), request), cancellationToken);

    /// <summary>Ends the connections.</summary>
    public void Dispose() => _sender.Dispose();

    private readonly struct Call(DirectTransport transport, WireOperation operation, TransportRequest request) : IDirectCall
    {
        public HttpOperation Operation => operation;

        public ReadOnlyMemory<byte> Body => request.Body;

        public int ResponseLimit => request.ResponseLimit ?? operation.ResponseLimit;

        public bool IsRepeatable => request.IsRepeatable;

        public ObservedRequest? Observer => request.Observer;

        public DirectEndpoint Endpoint(ImmutableCredentials credentials) => transport._endpoints.Of(operation, request.TableName, credentials);

        public void Refused(AmazonServiceException refusal) => transport._telemetry?.RequestFailed(
            request.Operation, request.TableName, refusal, request.Observer?.AccessPattern);
    }
}
