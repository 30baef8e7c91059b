using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Transport;

namespace DynamoGen.Streams.Sinks.Events;

/// <summary>PutEvents of EventBridge, whose protocol is JSON 1.1.</summary>
internal sealed record EventBridgeOperation : HttpOperation
{
    public static readonly ServiceHost Host = new("EventBridge", "events", "2015-10-07");

    public static readonly EventBridgeOperation PutEvents = new();

    private EventBridgeOperation()
        : base("AWSEvents.PutEvents", "application/x-amz-json-1.1", Host.ApiVersion)
    {
    }

    public override string Service => Host.ServiceId;

    public override AmazonServiceException ReadError(ErrorResponse response, Exception innerException)
    {
        var (code, message) = ReadBody(response.Body);
        code = Code(response.GetHeaderValue("x-amzn-ErrorType")) ?? Code(code);
        return new AwsServiceException(
            Service,
            message ?? code ?? $"{Service} answered with the status {(int)response.StatusCode}.",
            code,
            (int)response.StatusCode >= 500 ? ErrorType.Receiver : ErrorType.Sender,
            response.GetHeaderValue("x-amzn-RequestId") is { Length: > 0 } requestId ? requestId : null,
            response.StatusCode,
            innerException);
    }

    public override AmazonServiceException Unexpected(string message, string? requestId, HttpStatusCode status) =>
        new AwsServiceException(Service, message, errorCode: null, ErrorType.Unknown, requestId, status);

    /// <summary>The type and the message of the outermost object; neither where it is none.</summary>
    private static (string? Type, string? Message) ReadBody(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (Text(json.RootElement, "__type"), Text(json.RootElement, "message") ?? Text(json.RootElement, "Message"))
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The name alone, without the namespace before it and the link behind it.</summary>
    private static string? Code(string? type)
    {
        var name = type?.Split('#')[^1].Split(':')[0];
        return string.IsNullOrEmpty(name) ? null : name;
    }
}
