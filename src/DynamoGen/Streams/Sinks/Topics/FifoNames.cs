using System.Security.Cryptography;
using System.Text;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>The texts that a FIFO topic knows groups and repetitions by: up to 128 printable characters of ASCII.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatchRequestEntry.html">PublishBatchRequestEntry</see>.</remarks>
internal static class FifoNames
{
    private const int MaxLength = 128;

    /// <summary>The identifier by which the topic drops repetitions for 5 minutes.</summary>
    public static string Deduplication(StreamChange change) =>
        Of(change.EventId is { Length: > 0 } eventId ? eventId : change.SequenceNumber.ToString());

    /// <summary>A text that is allowed as it is; else its SHA-256, which is as long for every text and the same for the same one.</summary>
    public static string Of(string text) =>
        text.Length <= MaxLength && text.All(static c => c is > ' ' and <= '~')
            ? text
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
