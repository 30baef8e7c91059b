using System.Net;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace DynamoGen.Transport;

/// <summary>
/// Makes the SDK's exceptions for errors that say nothing but their code and a message. The SDK's own unmarshaller rents 4 KB for a second reading of such
/// an error, which it does not do, and never gives them back.
/// </summary>
internal static class MemberlessError
{
    /// <summary>Those that say more; the SDK reads them.</summary>
    private static readonly string[] WithMembers =
    [
        "ConditionalCheckFailedException", "TransactionCanceledException", "ProvisionedThroughputExceededException", "RequestLimitExceeded",
        "ThrottlingException",
    ];

    /// <summary>The exception of an error response; null where the SDK is to read it.</summary>
    public static AmazonDynamoDBException? Read(ErrorResponse response, Exception innerException, HttpStatusCode status)
    {
        var requestId = response.GetHeaderValue("x-amzn-RequestId");
        return TryRead(response.Body, out var code, out var message) && !WithMembers.Contains(code)
            ? Create(code, message, innerException, requestId, status)
            : null;
    }

    private static AmazonDynamoDBException Create(string code, string message, Exception innerException, string? requestId, HttpStatusCode status) => code switch
    {
        "InternalServerError" => new InternalServerErrorException(message, innerException, ErrorType.Unknown, code, requestId, status),
        "ResourceNotFoundException" => new ResourceNotFoundException(message, innerException, ErrorType.Unknown, code, requestId, status),
        "ItemCollectionSizeLimitExceededException" =>
            new ItemCollectionSizeLimitExceededException(message, innerException, ErrorType.Unknown, code, requestId, status),
        "TransactionConflictException" => new TransactionConflictException(message, innerException, ErrorType.Unknown, code, requestId, status),
        "TransactionInProgressException" => new TransactionInProgressException(message, innerException, ErrorType.Unknown, code, requestId, status),
        "IdempotentParameterMismatchException" =>
            new IdempotentParameterMismatchException(message, innerException, ErrorType.Unknown, code, requestId, status),
        "ReplicatedWriteConflictException" => new ReplicatedWriteConflictException(message, innerException, ErrorType.Unknown, code, requestId, status),
        _ => new AmazonDynamoDBException(message, innerException, ErrorType.Unknown, code, requestId, status),
    };

    private static bool TryRead(ReadOnlySpan<byte> json, out string code, out string message)
    {
        (code, message) = (string.Empty, string.Empty);
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                {
                    continue;
                }

                var isCode = reader.ValueTextEquals("__type"u8);
                var isMessage = reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("Message"u8);
                if (!reader.Read() || ((isCode || isMessage) && reader.TokenType != JsonTokenType.String))
                {
                    return false;
                }

                var text = isCode || isMessage ? reader.GetString()! : string.Empty;
                code = isCode ? text[(text.LastIndexOf('#') + 1)..] : code;
                message = isMessage ? text : message;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return code.Length > 0 && message.Length > 0;
    }
}
