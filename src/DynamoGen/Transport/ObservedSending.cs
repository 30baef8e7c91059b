using System.Runtime.CompilerServices;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>Sends the requests of calls, and records each.</summary>
internal static class ObservedSending
{
    /// <summary>Sends one request as part of a call, whose clock runs meanwhile. The response's reader says what it holds; until then its span is open.</summary>
    /// <param name="transport">The transport.</param>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static ValueTask<TransportResponse> SendAsync(
        this ITransport transport, AccessPatternCall call, TransportRequest request, CancellationToken cancellationToken) =>
        ReferenceEquals(call, AccessPatternCall.Unobserved) ? transport.SendAsync(request, cancellationToken)
        : call.Interceptors is { } interceptors ? InterceptedSending.SendAsync(transport, interceptors, call, request, cancellationToken)
        : SendAsync(transport, call, call.RequestSent(request.TableName, request.Body.Span), request, cancellationToken);

    /// <summary>Sends one request whose record, where somebody wants one, has begun.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal static async ValueTask<TransportResponse> SendAsync(
        ITransport transport, AccessPatternCall call, ObservedRequest? observer, TransportRequest request, CancellationToken cancellationToken)
    {
        using (call.Activate(observer))
        {
            try
            {
                var response = await transport.SendAsync(request with { Observer = observer }, cancellationToken).ConfigureAwait(false);
                if (observer is not null)
                {
                    response.ObserveBy(observer);
                }

                return response;
            }
            catch (Exception failure)
            {
                observer?.Failed(failure);
                throw;
            }
        }
    }
}
