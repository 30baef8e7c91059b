using System.Buffers;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport.Clients;

/// <summary>
/// Sends requests by the methods of any <see cref="IAmazonDynamoDB"/>: a client of DynamoDB Accelerator (DAX), a decorated client, or a mock. Requests and
/// responses take the form of the SDK's objects on the way, which costs time and memory; where the client is a plain <see cref="AmazonDynamoDBClient"/>,
/// <see cref="SdkTransport"/> does the same without.
/// </summary>
/// <remarks>
/// <para>
/// Exceptions are the client's own, and so are its retries, which nothing shows from outside: whether an attempt before the last one may have been applied is
/// not known. Where writes must not be repeated, such as an update that adds to a number, give it a client that does not retry
/// (<see cref="ClientConfig.MaxErrorRetry"/> of 0); what it then ends with tells whether the write may have been applied.
/// </para>
/// <para>
/// A request's response limit is not enforced, since the client has read the response already. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.consistency.html">DAX and DynamoDB consistency models</see>.
/// </para>
/// </remarks>
public sealed class ClientTransport : ITransport
{
    private readonly IAmazonDynamoDB _client;
    private readonly DynamoGenTelemetry? _telemetry;

    /// <summary>Creates a transport over a client, which stays the caller's to dispose.</summary>
    /// <param name="client">The client.</param>
    /// <param name="telemetry">Counts the calls that the client ended as throttled; may be null.</param>
    public ClientTransport(IAmazonDynamoDB client, DynamoGenTelemetry? telemetry = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _telemetry = telemetry;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The request has a member that it does not know; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client gave null for a response.</exception>
    /// <exception cref="ItemValueException">The client's response has a value that DynamoDB cannot have stored.</exception>
    public async ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            request.Observer?.AttemptBegins("client");
            return await CallAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException refused)
        {
            _telemetry?.RequestFailed(request.Operation, request.TableName, refused, request.Observer?.AccessPattern);
            if (IsWrite(request.Operation) && IsLost(refused))
            {
                AppliedAttempt.Mark(refused);
            }

            throw;
        }
        catch (Exception failed) when (IsWrite(request.Operation) && failed is not (NotSupportedException or ArgumentException or DynamoGenException))
        {
            if (AppliedAttempt.IsPossible(failed))
            {
                AppliedAttempt.Mark(failed);
            }

            throw;
        }
    }

    private async ValueTask<TransportResponse> CallAsync(TransportRequest request, CancellationToken cancellationToken) => request.Operation switch
    {
        DynamoOperation.GetItem => Written(
            await _client.GetItemAsync(Read(ReadRequests.GetItem, request), cancellationToken).ConfigureAwait(false), ClientResponses.Write, request),
        DynamoOperation.Query => Written(
            await _client.QueryAsync(Read(ReadRequests.Query, request), cancellationToken).ConfigureAwait(false), ClientResponses.Write, request),
        DynamoOperation.Scan => Written(
            await _client.ScanAsync(Read(ReadRequests.Scan, request), cancellationToken).ConfigureAwait(false), ClientResponses.Write, request),
        DynamoOperation.PutItem => Written(
            await _client.PutItemAsync(Read(WriteRequests.PutItem, request), cancellationToken).ConfigureAwait(false), ClientResponses.Write, request),
        DynamoOperation.UpdateItem => Written(
            await _client.UpdateItemAsync(Read(WriteRequests.UpdateItem, request), cancellationToken).ConfigureAwait(false), ClientResponses.Write, request),
        DynamoOperation.DeleteItem => Written(
            await _client.DeleteItemAsync(Read(WriteRequests.DeleteItem, request), cancellationToken).ConfigureAwait(false), ClientResponses.Write, request),
        DynamoOperation.BatchGetItem => Written(
            await _client.BatchGetItemAsync(Read(BatchRequests.BatchGetItem, request), cancellationToken).ConfigureAwait(false), ClientResponses.Write, request),
        DynamoOperation.BatchWriteItem => Written(
            await _client.BatchWriteItemAsync(Read(BatchRequests.BatchWriteItem, request), cancellationToken).ConfigureAwait(false), ClientResponses.Write, request),
        DynamoOperation.TransactGetItems => Written(
            await _client.TransactGetItemsAsync(Read(TransactionRequests.TransactGetItems, request), cancellationToken).ConfigureAwait(false),
            ClientResponses.Write,
            request),
        DynamoOperation.TransactWriteItems => Written(
            await _client.TransactWriteItemsAsync(Read(TransactionRequests.TransactWriteItems, request), cancellationToken).ConfigureAwait(false),
            ClientResponses.Write,
            request),
        _ => throw new ArgumentOutOfRangeException(
            nameof(request), request.Operation, "The operation is not one that the transport can send."),
    };

    private static bool IsWrite(DynamoOperation operation) => WireOperation.Of(operation).Writes;

    /// <summary>
    /// Whether the answer was lost that an exception stands for. One of a type of its own is DynamoDB's refusal, also where a mock or a client of DAX gives
    /// no status with it.
    /// </summary>
    private static bool IsLost(AmazonServiceException refused) =>
        AppliedAttempt.IsPossible(refused)
        && (refused.StatusCode != 0
            || refused is InternalServerErrorException
            || refused.GetType().Namespace != typeof(InternalServerErrorException).Namespace);

    private static T Read<T>(RequestMembers<T> members, TransportRequest request)
        where T : new()
    {
        var reader = new WireReader(request.Body.Span);
        return members.Read(ref reader);
    }

    private static TransportResponse Written<T>(T? response, Action<WireWriter, T> writeMembers, TransportRequest request)
        where T : AmazonWebServiceResponse
    {
        if (response is null)
        {
            throw new InvalidOperationException($"The client gave null for a {typeof(T).Name}.");
        }

        request.Observer?.Answered(response.ResponseMetadata?.RequestId);
        using var writer = new WireWriter();
        writer.Object(response, writeMembers);
        var written = writer.Written.Span;
        var rented = ArrayPool<byte>.Shared.Rent(written.Length);
        written.CopyTo(rented);
        return new TransportResponse(rented, written.Length);
    }
}
