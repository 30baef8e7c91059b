using System.Text;

namespace DynamoGen.Streams.Sinks.Events;

/// <summary>An event for an event bus.</summary>
/// <param name="Source">Who tells it, such as <c>shop.orders</c>; it does not begin with <c>aws.</c>.</param>
/// <param name="DetailType">What kind of event it is, such as <c>OrderPlaced</c>.</param>
/// <param name="Detail">What it tells, as a JSON object.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html">PutEventsRequestEntry</see>.
/// </remarks>
public sealed record BusEvent(string Source, string DetailType, string Detail)
{
    /// <summary>What a <see cref="Time"/> counts for, whatever it is.</summary>
    private const int SizeOfTime = 14;

    /// <summary>When it happened, to the second; null for when it is put.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The ARNs of what it is about.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The header by which AWS X-Ray follows a trace; null for none. It counts for nothing.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>
    /// The bytes that count for the limit, by
    /// <see href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html">EventBridge's rule</see>.
    /// </summary>
    internal long Size =>
        (Time is null ? 0 : SizeOfTime) + Bytes(Source) + Bytes(DetailType) + Bytes(Detail) + Resources.Sum(Bytes);

    private static long Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
