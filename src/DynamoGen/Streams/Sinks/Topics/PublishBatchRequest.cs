using System.Globalization;
using DynamoGen.Streams.Sinks.Services;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>Writes a request of PublishBatch. Entries are identified by their places.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</see>.</remarks>
internal static class PublishBatchRequest
{
    public static ReadOnlyMemory<byte> Write(string topicArn, bool isFifo, IReadOnlyList<Entry<TopicMessage>> entries)
    {
        var form = new FormWriter();
        form.Field("Action", "PublishBatch");
        form.Field("Version", SnsOperation.Host.ApiVersion);
        form.Field("TopicArn", topicArn);
        foreach (var (i, entry) in entries.Index())
        {
            var prefix = $"PublishBatchRequestEntries.member.{Text(i + 1)}.";
            form.Field(prefix + "Id", Text(i));
            WriteMessage(form, prefix, entry.Event);
            if (isFifo)
            {
                form.Field(prefix + "MessageGroupId", FifoNames.Of(entry.Item));
                form.Field(prefix + "MessageDeduplicationId", FifoNames.Deduplication(entry.Change));
            }
        }

        return form.Written;
    }

    private static void WriteMessage(FormWriter form, string prefix, TopicMessage message)
    {
        form.Field(prefix + "Message", message.Message);
        if (message.Subject is { } subject)
        {
            form.Field(prefix + "Subject", subject);
        }

        if (message.IsForEachProtocol)
        {
            form.Field(prefix + "MessageStructure", "json");
        }

        foreach (var (i, attribute) in message.Attributes.Index())
        {
            var entry = $"{prefix}MessageAttributes.entry.{Text(i + 1)}.";
            form.Field(entry + "Name", attribute.Key);
            form.Field(entry + "Value.DataType", attribute.Value.DataType);
            if (attribute.Value.StringValue is { } text)
            {
                form.Field(entry + "Value.StringValue", text);
            }
            else
            {
                form.Field(entry + "Value.BinaryValue", Convert.ToBase64String(attribute.Value.BinaryValue.Span));
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
