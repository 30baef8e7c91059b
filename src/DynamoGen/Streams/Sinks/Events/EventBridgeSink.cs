using DynamoGen.Streams.Sinks.Services;

namespace DynamoGen.Streams.Sinks.Events;

/// <summary>Puts changes as events on an event bus of EventBridge, up to 10 in a request.</summary>
/// <remarks>
/// <para>
/// Each change is put at least once, and EventBridge keeps no order: let the event carry what tells repetitions and older states apart, such as
/// <see cref="StreamChange.EventId"/> and the item's count of versions. The event is made of the item after the change, or where there is none, of the item
/// before it.
/// </para>
/// <para>
/// A request that fails is sent 3 times in all, and so are the entries of a batch that EventBridge throttles or fails on, alone. See
/// <see href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</see>. Global endpoints, which need another kind
/// of signature, are not supported.
/// </para>
/// </remarks>
public sealed class EventBridgeSink : IStreamSink, IDisposable
{
    private readonly ServiceClient _client;
    private readonly EntryDelivery<BusEvent> _delivery;

    /// <summary>Creates a sink with a pool of connections of its own, which <see cref="Dispose"/> ends.</summary>
    /// <param name="busName">The name or the ARN of the event bus, such as <c>default</c>.</param>
    /// <param name="events">What event is made of each entity's items. No event is put where it makes null.</param>
    /// <param name="options">How EventBridge is called; null for the defaults.</param>
    /// <exception cref="InvalidOperationException">The configuration has a setting that only the SDK's pipeline follows.</exception>
    public EventBridgeSink(string busName, EntityMap<BusEvent?> events, SinkOptions<BusEvent>? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(busName);
        ArgumentNullException.ThrowIfNull(events);
        options ??= new SinkOptions<BusEvent>();
        _client = ServiceClient.Of(EventBridgeOperation.Host, options, busName);
        _delivery = new EntryDelivery<BusEvent>(new EventBridgeProtocol(busName), events, options, _client);
    }

    /// <inheritdoc/>
    public int MaxBatchRecords => IEntryProtocol<BusEvent>.MaxEntries;

    /// <summary>False: EventBridge keeps no order.</summary>
    public bool NeedsOneChangeOfAnItem => false;

    /// <inheritdoc/>
    /// <exception cref="AwsServiceException">EventBridge refused the request, also when it was sent again where that could help.</exception>
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
