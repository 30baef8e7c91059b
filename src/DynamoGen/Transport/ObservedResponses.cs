using DynamoGen.Responses;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport;

/// <summary>Tells telemetry what responses say.</summary>
internal static class ObservedResponses
{
    /// <summary>Adds one response to a call, and ends the record of its request.</summary>
    /// <param name="call">The call.</param>
    /// <param name="response">The response.</param>
    /// <param name="items">The items in it.</param>
    /// <param name="capacity">What it consumed.</param>
    /// <param name="scanned">The items that were read for it; null where it does not say.</param>
    public static void Received(this AccessPatternCall call, TransportResponse response, int items, ConsumedCapacity capacity, int? scanned = null)
    {
        call.Received(items, capacity.Units, scanned);
        response.Observer?.Received(items, scanned, capacity.Units, capacity.In(response.Body.Span));
    }

    /// <summary>Adds one page to a call, and ends the record of its request.</summary>
    public static void Received(this AccessPatternCall call, TransportResponse response, in QueryPage page) =>
        call.Received(response, page.Items, page.Capacity, page.Scanned);
}
