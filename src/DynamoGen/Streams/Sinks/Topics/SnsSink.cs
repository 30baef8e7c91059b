using DynamoGen.Streams.Sinks.Services;

namespace DynamoGen.Streams.Sinks.Topics;

/// <summary>Publishes changes to a topic of SNS, up to 10 in a request.</summary>
/// <remarks>
/// <para>
/// Each change is published at least once. On a FIFO topic (whose name ends in <c>.fifo</c>) the changes of one item keep their order, its key being the
/// group (as SHA-256 where it is longer than 128 characters or has others than a group may have), and repetitions within 5 minutes are dropped, the event's
/// identifier being that of deduplication. The message is made of the item after the change, or where there is none, of the item before it.
/// </para>
/// <para>
/// A request that fails is sent 3 times in all, and so are the entries of a batch that SNS refuses without the sender's fault, alone. See
/// <see href="https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html">PublishBatch</see>.
/// </para>
/// </remarks>
public sealed class SnsSink : IStreamSink, IDisposable
{
    private readonly ServiceClient _client;
    private readonly EntryDelivery<TopicMessage> _delivery;

    /// <summary>Creates a sink with a pool of connections of its own, which <see cref="Dispose"/> ends.</summary>
    /// <param name="topicArn">The ARN of the topic.</param>
    /// <param name="messages">What message is made of each entity's items. No message is sent where it makes null.</param>
    /// <param name="options">How SNS is called; null for the defaults.</param>
    /// <exception cref="ArgumentException">It is no ARN.</exception>
    /// <exception cref="InvalidOperationException">The configuration has a setting that only the SDK's pipeline follows.</exception>
    public SnsSink(string topicArn, EntityMap<TopicMessage?> messages, SinkOptions<TopicMessage>? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(topicArn);
        ArgumentNullException.ThrowIfNull(messages);
        if (ServiceHost.RegionOf(topicArn) is null)
        {
            throw new ArgumentException("The topic is named by its ARN, such as arn:aws:sns:eu-west-1:111122223333:orders.", nameof(topicArn));
        }

        options ??= new SinkOptions<TopicMessage>();
        var protocol = new SnsProtocol(topicArn);
        NeedsOneChangeOfAnItem = protocol.KeepsOrder;
        _client = ServiceClient.Of(SnsOperation.Host, options, topicArn);
        _delivery = new EntryDelivery<TopicMessage>(protocol, messages, options, _client);
    }

    /// <inheritdoc/>
    public int MaxBatchRecords => IEntryProtocol<TopicMessage>.MaxEntries;

    /// <summary>True for a FIFO topic.</summary>
    public bool NeedsOneChangeOfAnItem { get; }

    /// <inheritdoc/>
    /// <exception cref="AwsServiceException">SNS refused the request, also when it was sent again where that could help.</exception>
    /// <exception cref="IOException">The connection failed, also when retried.</exception>
    /// <exception cref="HttpRequestException">No connection could be made, also when retried.</exception>
    /// <exception cref="TimeoutException">The response did not arrive in time, also when retried.</exception>
    /// <remarks>
    /// A change is undelivered with an <see cref="EntryRefusedException"/>, an <see cref="EventTooLargeException"/> or what the map threw; a batch of which a
    /// later request fails, with that request's exception.
    /// </remarks>
    public ValueTask<IReadOnlyList<UndeliveredChange>> DeliverAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken) =>
        _delivery.DeliverAsync(records, cancellationToken);

    /// <summary>Ends the connections.</summary>
    public void Dispose() => _client.Dispose();
}
