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
        ReferenceEquals(call, AccessPatternCall.Unobserved)
            ? transport.SendAsync(request, cancellationToken)
            : SendObservedAsync(transport, call, request, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<TransportResponse> SendObservedAsync(
        ITransport transport, AccessPatternCall call, TransportRequest request, CancellationToken cancellationToken)
    {
        var observer = call.RequestSent(request.TableName, request.Body.Span);
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
