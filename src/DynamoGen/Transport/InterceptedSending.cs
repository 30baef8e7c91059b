using DynamoGen.Interception;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>Sends the requests of a client that has interceptors, and tells them of each.</summary>
internal static class InterceptedSending
{
    /// <summary>Sends one request as part of a call, unless an interceptor refuses it.</summary>
    /// <param name="transport">The transport.</param>
    /// <param name="interceptors">The interceptors.</param>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async ValueTask<TransportResponse> SendAsync(
        ITransport transport, RequestInterceptors interceptors, AccessPatternCall call, TransportRequest request, CancellationToken cancellationToken)
    {
        using (call.Activate())
        {
            var pattern = call.Pattern;
            var before = new InterceptedRequest
            {
                AccessPattern = pattern.Name,
                Operation = request.Operation,
                TableName = request.TableName,
                IndexName = pattern.Index,
            };
            await interceptors.BeforeAsync(before, Refused, cancellationToken).ConfigureAwait(false);
            var observer = call.RequestSent(request.TableName, request.Body.Span)!;
            var began = call.Timestamp;
            TransportResponse response;
            try
            {
                response = await ObservedSending.SendAsync(transport, call, observer, request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                var failed = Ended(before, observer, call.Since(began), capacityUnits: null, failure);
                await interceptors.OnErrorAsync(failed, cancellationToken).ConfigureAwait(false);
                throw;
            }

            var capacityUnits = ConsumedResource.UnitsOf(response.Body.Span);
            await interceptors.AfterAsync(Ended(before, observer, call.Since(began), capacityUnits, failure: null), cancellationToken).ConfigureAwait(false);
            return response;
        }
    }

    private static InterceptedRequest Refused(InterceptedRequest request, Exception refusal) =>
        Ended(request, observer: null, TimeSpan.Zero, capacityUnits: null, refusal);

    private static InterceptedRequest Ended(
        InterceptedRequest request, ObservedRequest? observer, TimeSpan duration, double? capacityUnits, Exception? failure) => new()
        {
            AccessPattern = request.AccessPattern,
            Operation = request.Operation,
            TableName = request.TableName,
            IndexName = request.IndexName,
            Duration = duration,
            Attempts = observer?.Attempts ?? 0,
            RequestId = observer?.RequestId,
            ConsumedCapacityUnits = capacityUnits,
            Exception = failure,
            ErrorType = failure is null ? null : AccessPatternCall.ErrorType(failure),
        };
}
