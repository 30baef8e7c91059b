using System.Net;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Testing;

/// <summary>The exceptions of faults, as transports throw them.</summary>
internal static class InjectedErrors
{
    private const string RequestId = "INJECTED";

    public static AmazonDynamoDBException Throttled(in TransportRequest request) => new ProvisionedThroughputExceededException(
        "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.",
        ErrorType.Sender,
        "ProvisionedThroughputExceededException",
        RequestId,
        HttpStatusCode.BadRequest)
    {
        ThrottlingReasons =
        [
            new ThrottlingReason
            {
                Reason = IsRead(request.Operation) ? "TableReadProvisionedThroughputExceeded" : "TableWriteProvisionedThroughputExceeded",
                Resource = request.TableName,
            },
        ],
    };

    public static AmazonDynamoDBException Conflict(in TransportRequest request) =>
        request.Operation is DynamoOperation.TransactWriteItems or DynamoOperation.TransactGetItems
            ? Cancelled(RewrittenJson.Read(request.Body)["TransactItems"]!.AsArray())
            : new TransactionConflictException(
                "Transaction is ongoing for the item", ErrorType.Sender, "TransactionConflictException", RequestId, HttpStatusCode.BadRequest);

    /// <param name="refusal">What the answer said, where it was a refusal.</param>
    public static IOException AnswerLost(Exception? refusal) => new HttpIOException(
        HttpRequestError.ResponseEnded, "The response ended prematurely.", refusal);

    /// <param name="length">The length of the whole answer in bytes.</param>
    /// <param name="refusal">What the answer said, where it was a refusal.</param>
    public static IOException Truncated(int length, Exception? refusal) => new(
        FormattableString.Invariant($"DynamoDB's response ended after {length / 2} of {length} bytes."), refusal);

    /// <param name="refusal">What the answer said, where it was a refusal.</param>
    public static IOException WrongChecksum(Exception? refusal) => new(
        "The CRC32 checksum of DynamoDB's response does not match the one in its x-amz-crc32 header.", refusal);

    private static bool IsRead(DynamoOperation operation) =>
        operation is DynamoOperation.GetItem or DynamoOperation.Query or DynamoOperation.Scan or DynamoOperation.BatchGetItem
            or DynamoOperation.TransactGetItems;

    private static TransactionCanceledException Cancelled(JsonArray items) => new(
        "Transaction cancelled, please refer cancellation reasons for specific reasons",
        ErrorType.Sender,
        "TransactionCanceledException",
        RequestId,
        HttpStatusCode.BadRequest)
    {
        CancellationReasons =
        [
            new CancellationReason { Code = "TransactionConflict", Message = "Transaction is ongoing for the item" },
            .. items.Skip(1).Select(static _ => new CancellationReason { Code = "None" }),
        ],
    };
}
