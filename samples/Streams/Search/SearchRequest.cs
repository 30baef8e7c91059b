using System.Text.Json.Serialization;
using OrderStreams.Sales;
using OrderStreams.Workers;

namespace OrderStreams.Search;

/// <summary>What a worker asks the cluster, or the outbox beside it, to do: put a document, remove one (where there is none), or send a notification.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Version">The version of the document or of its removal.</param>
/// <param name="Document">The document.</param>
/// <param name="Notification">What the customer is told.</param>
public sealed record SearchRequest(int OrderId, long Version, Document? Document = null, string? Notification = null);

/// <summary>What is searched of an order.</summary>
/// <param name="Text">The words.</param>
/// <param name="Country">The country, which the cluster must know.</param>
public sealed record Document(string Text, string Country)
{
    /// <summary>The country that the cluster refuses at first.</summary>
    public const string UnknownCountry = "Atlantis";

    public static Document Of(Order order) =>
        new($"{order.CustomerId} {order.Status} {order.ShipName} {order.ShipCity} {order.ShipCountry}", order.ShipCountry);
}

/// <summary>Requests and reports as lines of JSON, without reflection.</summary>
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(WorkerReport))]
internal sealed partial class SampleJson : JsonSerializerContext;
