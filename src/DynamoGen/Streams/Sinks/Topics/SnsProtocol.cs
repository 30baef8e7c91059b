using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Amazon.Runtime;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>How SNS takes a batch of messages.</summary>
internal sealed class SnsProtocol(string topicArn) : IEntryProtocol<TopicMessage>
{
    public HttpOperation Operation => SnsOperation.PublishBatch;

    public string Sink => "sns";

    public string Destination => topicArn;

    /// <summary>Whether the topic is a FIFO topic, which its name says.</summary>
    public bool KeepsOrder { get; } = topicArn.EndsWith(".fifo", StringComparison.Ordinal);

    public long SizeOf(TopicMessage message) => message.Size;

    public ReadOnlyMemory<byte> Write(IReadOnlyList<Entry<TopicMessage>> entries) => PublishBatchRequest.Write(topicArn, KeepsOrder, entries);

    /// <summary>An entry that the answer does not name may not have been taken, and is sent again.</summary>
    public EntryFailure[] Read(ReadOnlyMemory<byte> response, int entries)
    {
        if (QueryXml.Root(response)?.Child("PublishBatchResult") is not { } result)
        {
            throw new AwsServiceException(
                Operation.Service, "The answer of SNS is none of PublishBatch.", errorCode: null, ErrorType.Receiver, requestId: null, HttpStatusCode.OK);
        }

        var outcomes = new EntryFailure[entries];
        Array.Fill(outcomes, new EntryFailure(
            new EntryRefusedException(Operation.Service, "Unanswered", "The answer does not name it.", isSenderFault: false), FaultKind.Transient));
        foreach (var taken in result.Members("Successful"))
        {
            Set(outcomes, taken, default);
        }

        foreach (var refused in result.Members("Failed"))
        {
            Set(outcomes, refused, Failure(refused));
        }

        return outcomes;
    }

    private static void Set(EntryFailure[] outcomes, XElement member, EntryFailure outcome)
    {
        if (int.TryParse(member.Text("Id"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < outcomes.Length)
        {
            outcomes[index] = outcome;
        }
    }

    private static EntryFailure Failure(XElement member)
    {
        var code = member.Text("Code") ?? "Unknown";
        var isSenderFault = member.Text("SenderFault") == "true";
        var kind = RetryRules.KindOf(code);
        return new EntryFailure(
            new EntryRefusedException(SnsOperation.Host.ServiceId, code, member.Text("Message"), isSenderFault),
            kind == FaultKind.Final && !isSenderFault ? FaultKind.Transient : kind);
    }
}
