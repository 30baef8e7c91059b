using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace DynamoGen.Tests.Transport;

/// <summary>Watches the large arrays that are rented from the array pools and given back.</summary>
internal sealed class RentedArrays(int smallest) : EventListener
{
    private const int RentedEvent = 1;
    private const int ReturnedEvent = 3;

    private readonly ConcurrentDictionary<int, int> _outstanding = new();
    private int _rented;

    public int Rented => _rented;

    /// <summary>By array, how much more often it was rented than given back.</summary>
    public IEnumerable<int> Balances => _outstanding.Values;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The size of arrays: the events of the smaller ones come from the whole process.
        if (eventData.EventId is not (RentedEvent or ReturnedEvent) || (int)eventData.Payload![1]! < smallest)
        {
            return;
        }

        var array = (int)eventData.Payload[0]!;
        var change = eventData.EventId == RentedEvent ? 1 : -1;
        _outstanding.AddOrUpdate(array, change, (_, balance) => balance + change);
        if (change > 0)
        {
            Interlocked.Increment(ref _rented);
        }
    }
}
