using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Sinks.Events;

/// <summary>How EventBridge takes a batch of events.</summary>
internal sealed class EventBridgeProtocol(string busName) : IEntryProtocol<BusEvent>
{
    /// <summary>What EventBridge names a fault of its own.</summary>
    private static readonly HashSet<string> OwnFaults = ["InternalFailure", "InternalException"];

    public HttpOperation Operation => EventBridgeOperation.PutEvents;

    public string Sink => "eventbridge";

    public string Destination => busName;

    public bool KeepsOrder => false;

    public long SizeOf(BusEvent message) => message.Size;

    public ReadOnlyMemory<byte> Write(IReadOnlyList<Entry<BusEvent>> entries) => PutEventsRequest.Write(busName, entries);

    /// <summary>The answer has an entry for each of the request, in the same order.</summary>
    public EntryFailure[] Read(ReadOnlyMemory<byte> response, int entries)
    {
        try
        {
            using var json = JsonDocument.Parse(response);
            if (json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("Entries", out var answers)
                && answers.ValueKind == JsonValueKind.Array
                && answers.GetArrayLength() == entries)
            {
                return [.. answers.EnumerateArray().Select(Outcome)];
            }
        }
        catch (JsonException)
        {
            // It is told below.
        }

        throw new AwsServiceException(
            Operation.Service, "The answer of EventBridge is none of PutEvents.", errorCode: null, ErrorType.Receiver, requestId: null, HttpStatusCode.OK);
    }

    private static EntryFailure Outcome(JsonElement entry)
    {
        if (Text(entry, "ErrorCode") is { } code)
        {
            var kind = OwnFaults.Contains(code) ? FaultKind.Transient : RetryRules.KindOf(code);
            return new EntryFailure(
                new EntryRefusedException(EventBridgeOperation.Host.ServiceId, code, Text(entry, "ErrorMessage"), kind == FaultKind.Final), kind);
        }

        return Text(entry, "EventId") is not null
            ? default
            : new EntryFailure(
                new EntryRefusedException(EventBridgeOperation.Host.ServiceId, "Unanswered", "The answer has no identifier of it.", isSenderFault: false),
                FaultKind.Transient);
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;
}
