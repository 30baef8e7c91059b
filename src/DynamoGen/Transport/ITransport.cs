namespace DynamoGen.Transport;

/// <summary>Carries one request to DynamoDB and brings its response back, both as the UTF-8 JSON of the wire protocol. Can be faked in tests.</summary>
public interface ITransport
{
    /// <summary>
    /// Sends one request; retries of transient faults are the transport's own. Where an earlier attempt may have been applied, a response has
    /// <see cref="TransportResponse.MayHaveBeenApplied"/> and an exception the mark of <see cref="AppliedAttempt"/>.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The response's JSON, in pooled memory that the caller gives back by disposing it.</returns>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request.</exception>
    /// <exception cref="ResponseTooLargeException">The response is larger than the request's limit.</exception>
    ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken);
}
