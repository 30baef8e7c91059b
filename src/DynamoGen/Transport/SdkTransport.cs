using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>
/// Sends requests through the AWS SDK's own pipeline: its credentials, signing, endpoints, retries, timeouts, handlers and
/// telemetry all apply. Only the SDK's object model is left out, for requests and responses stay UTF-8 JSON.
/// </summary>
/// <remarks>
/// An error response is the SDK's typed exception for the operation, as from <see cref="IAmazonDynamoDB"/>. A body that
/// is cut short, that stalls longer than <see cref="ClientConfig.Timeout"/> (100 seconds if unset) or whose CRC32 (<c>x-amz-crc32</c>) is wrong
/// is retried, and after the last retry throws <see cref="IOException"/> or <see cref="TimeoutException"/>.
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">DynamoDB low-level API</see>
/// and <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">error handling with DynamoDB</see>.
/// </remarks>
public sealed class SdkTransport : ITransport, IDisposable
{
    private readonly WireClient _client;
    private readonly DynamoGenTelemetry? _telemetry;
    private readonly WireOperation?[] _operations = new WireOperation?[Enum.GetValues<DynamoOperation>().Length];
    private readonly bool _ownsClient;

    /// <summary>Creates a transport with a client of its own, which <see cref="Dispose"/> ends.</summary>
    /// <param name="config">The client's configuration.</param>
    /// <param name="credentials">The credentials, or null for the SDK's default chain.</param>
    /// <param name="telemetry">Counts the requests that were throttled, those that are retried included; may be null.</param>
    public SdkTransport(AmazonDynamoDBConfig config, AWSCredentials? credentials = null, DynamoGenTelemetry? telemetry = null)
        : this(new WireClient(credentials, config), telemetry) => _ownsClient = true;

    internal SdkTransport(WireClient client, DynamoGenTelemetry? telemetry)
    {
        _client = client;
        _telemetry = telemetry;
    }

    /// <summary>The same client, for everything that DynamoGen does not do.</summary>
    public IAmazonDynamoDB Client => _client;

    /// <inheritdoc/>
    /// <exception cref="IOException">The response arrived damaged or cut short, also when retried.</exception>
    /// <exception cref="TimeoutException">The response stopped arriving, also when retried.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        using var call = WireCall.Of(Observed(request.Operation), request);
        try
        {
            await _client.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return call.TakeResponse();
        }
        catch (UnrepeatableException ended)
        {
            AppliedAttempt.Mark(ended.Cause);
            ExceptionDispatchInfo.Throw(ended.Cause);
            throw;
        }
        catch (Exception exception) when (call.MayHaveBeenApplied)
        {
            AppliedAttempt.Mark(exception);
            throw;
        }
    }

    /// <summary>Ends the client if the transport made it.</summary>
    public void Dispose()
    {
        if (_ownsClient)
        {
            _client.Dispose();
        }
    }

    /// <summary>The operation with the telemetry of this transport, made once.</summary>
    private WireOperation Observed(DynamoOperation operation) => (uint)operation < (uint)_operations.Length
        ? _operations[(int)operation] ??= WireOperation.Of(operation) with { Telemetry = _telemetry }
        : WireOperation.Of(operation);
}
