using System.Text.Json;
using System.Text.Json.Serialization;

namespace DynamoGen.Benchmarks.Streams;

/// <summary>An event as functions of AWS Lambda usually take it: deserialised by System.Text.Json into classes and dictionaries.</summary>
internal sealed class DictionaryEvent
{
    public List<DictionaryRecord> Records { get; set; } = [];

    public static DictionaryEvent Read(byte[] json) => JsonSerializer.Deserialize(json, DictionaryEventContext.Default.DictionaryEvent)!;
}

internal sealed class DictionaryRecord
{
    [JsonPropertyName("eventID")]
    public string? EventId { get; set; }

    [JsonPropertyName("eventName")]
    public string? EventName { get; set; }

    [JsonPropertyName("eventVersion")]
    public string? EventVersion { get; set; }

    [JsonPropertyName("eventSource")]
    public string? EventSource { get; set; }

    [JsonPropertyName("awsRegion")]
    public string? AwsRegion { get; set; }

    [JsonPropertyName("eventSourceARN")]
    public string? EventSourceArn { get; set; }

    [JsonPropertyName("dynamodb")]
    public DictionaryImages? Dynamodb { get; set; }
}

internal sealed class DictionaryImages
{
    public double ApproximateCreationDateTime { get; set; }

    public Dictionary<string, DictionaryValue>? Keys { get; set; }

    public Dictionary<string, DictionaryValue>? NewImage { get; set; }

    public Dictionary<string, DictionaryValue>? OldImage { get; set; }

    public string? SequenceNumber { get; set; }

    public long SizeBytes { get; set; }

    public string? StreamViewType { get; set; }
}

internal sealed class DictionaryValue
{
    public string? S { get; set; }

    public string? N { get; set; }

    public string? B { get; set; }

    [JsonPropertyName("BOOL")]
    public bool? Bool { get; set; }

    [JsonPropertyName("NULL")]
    public bool? Null { get; set; }

    public Dictionary<string, DictionaryValue>? M { get; set; }

    public List<DictionaryValue>? L { get; set; }

    [JsonPropertyName("SS")]
    public List<string>? Ss { get; set; }

    [JsonPropertyName("NS")]
    public List<string>? Ns { get; set; }
}

[JsonSerializable(typeof(DictionaryEvent))]
internal sealed partial class DictionaryEventContext : JsonSerializerContext;
