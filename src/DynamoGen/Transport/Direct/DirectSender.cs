using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace DynamoGen.Transport.Direct;

/// <summary>
/// Sends the requests of one service, each as often as the rules of retries allow: it has the credentials, the clock, the connections and the tokens.
/// </summary>
/// <param name="config">Timeouts, retries and proxy.</param>
/// <param name="credentials">The credentials, or null for those of the configuration or the SDK's default chain.</param>
/// <param name="timeProvider">The clock of signatures and pauses; null for the system's.</param>
/// <param name="handler">The connections.</param>
/// <param name="random">Spreads the pauses.</param>
/// <param name="pace">How often the service's requests are sent, and how long is waited in between.</param>
internal sealed class DirectSender(
    ClientConfig config, AWSCredentials? credentials, TimeProvider? timeProvider, HttpMessageHandler handler, Random random, RetryPace pace) : IDisposable
{
    private readonly AWSCredentials? _given = credentials ?? config.DefaultAWSCredentials;
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;
    private readonly DirectConnection _connection = new(handler, config);
    private readonly RequestSigner _signer = new();
    private readonly RetryQuota _quota = new();
    private readonly int _attempts = pace.Attempts(config);
    private AWSCredentials? _chain;

    /// <summary>What is added to this machine's clock to have that of AWS, in ticks.</summary>
    private long _skew;

    /// <summary>The tokens that are left for retries.</summary>
    public int RetryTokens => _quota.Tokens;

    /// <summary>Sends one request and gives its response, or throws what its last attempt ended with.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TransportResponse> SendAsync<TCall>(TCall call, CancellationToken cancellationToken)
        where TCall : struct, IDirectCall
    {
        var taken = 0;
        var mayHaveBeenApplied = false;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                call.Observer?.AttemptBegins("direct");
                var answer = await AttemptAsync(call, cancellationToken).ConfigureAwait(false);
                if (answer.Response is { } response)
                {
                    call.Observer?.Answered(answer.RequestId);
                    _quota.GiveBack(attempt == 1 ? RetryRules.GainOfSuccess : taken);
                    response.MayHaveBeenApplied = mayHaveBeenApplied;
                    return response;
                }

                call.Observer?.AttemptFailed(answer.Failure!);
                mayHaveBeenApplied |= AppliedAttempt.IsPossible(answer.Failure!);
                var kind = KindOf(answer, call);
                if (kind == FaultKind.Final || (mayHaveBeenApplied && !call.IsRepeatable) || attempt >= _attempts || !TryTake(kind, out taken))
                {
                    ExceptionDispatchInfo.Throw(answer.Failure!);
                }

                var delay = pace.Delay(kind, attempt, random.NextDouble(), answer.RetryAfter);
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
        tokens = !config.ThrottleRetries ? 0 : kind == FaultKind.Throttling ? RetryRules.CostOfThrottling : RetryRules.CostOfTransient;
        return _quota.TryTake(tokens);
    }

    /// <summary>What kind of fault an attempt ended with, of which the caller learns where it is a refusal.</summary>
    private FaultKind KindOf<TCall>(DirectAnswer answer, TCall call)
        where TCall : struct, IDirectCall
    {
        if (answer.Failure is AmazonServiceException refusal)
        {
            call.Refused(refusal);
        }

        return CorrectsClock(answer) ? FaultKind.Transient : RetryRules.KindOf(answer.Failure!);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<DirectAnswer> AttemptAsync<TCall>(TCall call, CancellationToken cancellationToken)
        where TCall : struct, IDirectCall
    {
        var identity = _given ?? await ChainAsync(cancellationToken).ConfigureAwait(false);
        var resolved = await identity.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        var endpoint = call.Endpoint(resolved);
        call.Observer?.SentTo(endpoint.Address, endpoint.Region);
        var now = _timeProvider.GetUtcNow().AddTicks(Volatile.Read(ref _skew));
        var signature = _signer.Sign(endpoint, call.Operation, call.Body.Span, resolved, now);
        return await _connection.SendAsync(
            call.Operation, endpoint, signature, call.Body, call.ResponseLimit, namesRequest: call.Observer is not null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The SDK's default chain, which is asked once.</summary>
    private async ValueTask<AWSCredentials> ChainAsync(CancellationToken cancellationToken) =>
        _chain ??= await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(config).WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Takes over the clock of AWS where a request was refused because of its time, as the <c>Date</c> of the answer shows; false where the clocks agree,
    /// and the refusal has another reason.
    /// </summary>
    private bool CorrectsClock(DirectAnswer answer)
    {
        if (config.DisableClockSkewCorrection
            || answer.Failure is not AmazonServiceException refused
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
