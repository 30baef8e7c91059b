using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
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
    private readonly AmazonDynamoDBConfig _config;
    private readonly AWSCredentials? _given;
    private readonly DynamoGenTelemetry? _telemetry;
    private readonly TimeProvider _timeProvider;
    private readonly Random _random;
    private readonly DirectConnection _connection;
    private readonly DirectEndpoints _endpoints;
    private readonly RequestSigner _signer = new();
    private readonly RetryQuota _quota = new();
    private readonly int _attempts;
    private AWSCredentials? _chain;

    /// <summary>What is added to this machine's clock to have that of AWS, in ticks.</summary>
    private long _skew;

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
        UnfollowedSettings.Refuse(config);
        _config = config;
        _given = credentials ?? config.DefaultAWSCredentials;
        _telemetry = telemetry;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _random = random;
        _connection = new DirectConnection(handler, config);
        _endpoints = new DirectEndpoints(config);
        _attempts = Math.Max(1, RetryRules.Attempts(config));
    }

    /// <summary>The tokens that are left for retries.</summary>
    internal int RetryTokens => _quota.Tokens;

    /// <inheritdoc/>
    /// <exception cref="IOException">The connection failed, or the response arrived damaged or cut short, also when retried.</exception>
    /// <exception cref="HttpRequestException">No connection could be made, also when retried.</exception>
    /// <exception cref="TimeoutException">The response stopped arriving, also when retried.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        var wire = WireOperation.Of(request.Operation);
        var taken = 0;
        var mayHaveBeenApplied = false;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var answer = await AttemptAsync(wire, request, cancellationToken).ConfigureAwait(false);
                if (answer.Response is { } response)
                {
                    _quota.GiveBack(attempt == 1 ? RetryRules.GainOfSuccess : taken);
                    response.MayHaveBeenApplied = mayHaveBeenApplied;
                    return response;
                }

                mayHaveBeenApplied |= AppliedAttempt.IsPossible(answer.Failure!);
                var kind = KindOf(answer, request);
                if (kind == FaultKind.Final || (mayHaveBeenApplied && !request.IsRepeatable) || attempt >= _attempts || !TryTake(kind, out taken))
                {
                    ExceptionDispatchInfo.Throw(answer.Failure!);
                }

                var delay = RetryRules.Delay(kind, attempt, _random.NextDouble(), answer.RetryAfter);
                await Task.Delay(delay, _timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (mayHaveBeenApplied)
        {
            AppliedAttempt.Mark(exception);
            throw;
        }
    }

    /// <summary>Ends the connections.</summary>
    public void Dispose() => _connection.Dispose();

    /// <summary>Takes the tokens of a retry; where the configuration turns the quota off, none.</summary>
    private bool TryTake(FaultKind kind, out int tokens)
    {
        tokens = !_config.ThrottleRetries ? 0 : kind == FaultKind.Throttling ? RetryRules.CostOfThrottling : RetryRules.CostOfTransient;
        return _quota.TryTake(tokens);
    }

    /// <summary>What kind of fault an attempt ended with, which is counted where it is throttling.</summary>
    private FaultKind KindOf(DirectAnswer answer, TransportRequest request)
    {
        if (answer.Failure is AmazonDynamoDBException refused)
        {
            _telemetry?.RequestFailed(request.Operation, request.TableName, refused);
        }

        return CorrectsClock(answer) ? FaultKind.Transient : RetryRules.KindOf(answer.Failure!);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<DirectAnswer> AttemptAsync(WireOperation operation, TransportRequest request, CancellationToken cancellationToken)
    {
        var identity = _given ?? await ChainAsync(cancellationToken).ConfigureAwait(false);
        var credentials = await identity.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var endpoint = _endpoints.Of(operation, request.TableName, credentials);
        var now = _timeProvider.GetUtcNow().AddTicks(Volatile.Read(ref _skew));
        var signature = _signer.Sign(endpoint, operation.Target, request.Body.Span, credentials, now);
        var limit = request.ResponseLimit ?? operation.ResponseLimit;
        return await _connection.SendAsync(operation, endpoint, signature, request.Body, limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The SDK's default chain, which is asked once.</summary>
    private async ValueTask<AWSCredentials> ChainAsync(CancellationToken cancellationToken) =>
        _chain ??= await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(_config).WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Takes over the clock of AWS where a request was refused because of its time, as the <c>Date</c> of the answer shows; false where the clocks agree,
    /// and the refusal has another reason.
    /// </summary>
    private bool CorrectsClock(DirectAnswer answer)
    {
        if (_config.DisableClockSkewCorrection
            || answer.Failure is not AmazonDynamoDBException refused
            || !RetryRules.CanBeSkew(refused)
            || answer.Date is not { } theirs)
        {
            return false;
        }

        var ours = _timeProvider.GetUtcNow();
        var skew = theirs - ours;
        var corrected = skew - TimeSpan.FromTicks(Volatile.Read(ref _skew));
        if (corrected.Duration() < RetryRules.LeastSkew)
        {
            return false;
        }

        Volatile.Write(ref _skew, skew.Ticks);
        return true;
    }
}
