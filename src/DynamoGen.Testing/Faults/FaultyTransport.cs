using Amazon.Runtime;
using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>
/// A transport whose requests meet the faults of a plan on their way to another one. What it does then is what the transports of DynamoGen do: it sends again
/// after throttling and what damages or loses an answer, though without pauses, unless the request must not be repeated, and tells truly whether an attempt
/// may have been applied.
/// </summary>
/// <param name="inner">What requests go by that meet no fault, and those that are applied.</param>
/// <param name="plan">The faults.</param>
/// <param name="attempts">How often one request is sent at most, from 1. Default: 4, as in the SDK's standard mode.</param>
/// <param name="timeProvider">What slow requests wait by; null for the system's.</param>
public sealed class FaultyTransport(ITransport inner, FaultPlan plan, int attempts = 4, TimeProvider? timeProvider = null) : ITransport
{
    /// <inheritdoc/>
    public async ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        var mayHaveBeenApplied = false;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var rule = plan.Next(request);
                if (rule is null || !EndsAttempt(rule.Fault))
                {
                    var response = await SendAsync(rule, request, cancellationToken).ConfigureAwait(false);
                    response.MayHaveBeenApplied |= mayHaveBeenApplied;
                    return response;
                }

                var failure = await FailAsync(rule.Fault, request, cancellationToken).ConfigureAwait(false);
                mayHaveBeenApplied |= failure is IOException;
                if (attempt >= attempts || rule.Fault == Fault.TransactionConflict || (mayHaveBeenApplied && !request.IsRepeatable))
                {
                    throw failure;
                }
            }
        }
        catch (Exception exception) when (mayHaveBeenApplied)
        {
            AppliedAttempt.Mark(exception);
            throw;
        }
    }

    private static bool EndsAttempt(Fault fault) => fault is not (Fault.UnprocessedParts or Fault.PageCut or Fault.Slow);

    /// <summary>Sends a request that is answered.</summary>
    private async ValueTask<TransportResponse> SendAsync(FaultRule? rule, TransportRequest request, CancellationToken cancellationToken)
    {
        switch (rule?.Fault)
        {
            case Fault.Slow:
                await Task.Delay(rule.Delay, timeProvider ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
                return await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
            case Fault.PageCut:
                return await inner.SendAsync(PageLimit.Cut(request, rule.PageSize), cancellationToken).ConfigureAwait(false);
            case Fault.UnprocessedParts:
                var (part, rest) = BatchParts.Split(request);
                using (var response = await inner.SendAsync(part, cancellationToken).ConfigureAwait(false))
                {
                    return BatchParts.WithRest(response, request.Operation, rest);
                }

            default:
                return await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives what an attempt ends with; one whose answer is lost or damaged is sent nevertheless.</summary>
    private async ValueTask<Exception> FailAsync(Fault fault, TransportRequest request, CancellationToken cancellationToken)
    {
        if (fault is Fault.Throttled or Fault.TransactionConflict)
        {
            return fault == Fault.Throttled ? InjectedErrors.Throttled(request) : InjectedErrors.Conflict(request);
        }

        var length = 0;
        AmazonServiceException? refusal = null;
        try
        {
            using var response = await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
            length = response.Body.Length;
        }
        catch (AmazonServiceException refused)
        {
            // A refusal is an answer too, which the caller does not get.
            refusal = refused;
        }

        return fault switch
        {
            Fault.Truncated => InjectedErrors.Truncated(length, refusal),
            Fault.WrongChecksum => InjectedErrors.WrongChecksum(refusal),
            _ => InjectedErrors.AnswerLost(refusal),
        };
    }
}
