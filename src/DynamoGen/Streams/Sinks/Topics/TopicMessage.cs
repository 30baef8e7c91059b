using System.Text;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>A message for a topic.</summary>
/// <param name="Message">The text, such as JSON; not empty.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatchRequestEntry.html">PublishBatchRequestEntry</see>. The group and the deduplication
/// identifier of a FIFO topic are the item's key and the event's identifier.
/// </remarks>
public sealed record TopicMessage(string Message)
{
    /// <summary>The subject of e-mails, up to 100 characters; null for none.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether <see cref="Message"/> is a JSON object that has a text for each protocol, with one for <c>default</c>.</summary>
    public bool IsForEachProtocol { get; init; }

    /// <summary>The attributes, by which subscriptions can filter.</summary>
    public IReadOnlyDictionary<string, TopicAttribute> Attributes { get; init; } = new Dictionary<string, TopicAttribute>();

    /// <summary>
    /// The bytes that count for the limit: those of the text, and of the names, types and values of the attributes. SNS does not say of the subject, so that it
    /// counts too.
    /// </summary>
    internal long Size =>
        Encoding.UTF8.GetByteCount(Message)
        + (Subject is null ? 0 : Encoding.UTF8.GetByteCount(Subject))
        + Attributes.Sum(static attribute => Encoding.UTF8.GetByteCount(attribute.Key) + attribute.Value.Size);
}
