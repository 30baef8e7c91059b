using DynamoGen.Schema;

namespace DynamoGen.Transport;

/// <summary>Carries one request to DynamoDB and brings its response back, both as the UTF-8 JSON of the wire protocol. Can be faked in tests.</summary>
public interface ITransport
{
    /// <summary>Sends one request; retries of transient faults are the transport's own.</summary>
    /// <param name="operation">The operation that <paramref name="body"/> is a request of.</param>
    /// <param name="tableName">The table's name or ARN, as it also stands in the body.</param>
    /// <param name="body">The request's JSON. The caller may use its memory again only after the call has ended.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The response's JSON, in pooled memory that the caller gives back by disposing it.</returns>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request.</exception>
    ValueTask<TransportResponse> SendAsync(
        DynamoOperation operation,
        string tableName,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken);

    /// <summary>Sends one request whose response is known to have a largest size, by what the request asks for.</summary>
    /// <param name="operation">The operation that <paramref name="body"/> is a request of.</param>
    /// <param name="tableName">The table's name or ARN, as it also stands in the body.</param>
    /// <param name="body">The request's JSON. The caller may use its memory again only after the call has ended.</param>
    /// <param name="responseLimit">
    /// The largest response in bytes; reading a larger one may be given up. A transport that does not implement this ignores the limit.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The response's JSON, in pooled memory that the caller gives back by disposing it.</returns>
    /// <exception cref="Amazon.DynamoDBv2.AmazonDynamoDBException">The service refused the request.</exception>
    /// <exception cref="ResponseTooLargeException">The response is larger than the limit.</exception>
    ValueTask<TransportResponse> SendAsync(
        DynamoOperation operation,
        string tableName,
        ReadOnlyMemory<byte> body,
        int responseLimit,
        CancellationToken cancellationToken) => SendAsync(operation, tableName, body, cancellationToken);
}
