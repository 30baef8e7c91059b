using System.Text.Json.Serialization;

namespace DynamoGen.Tests.Patterns;

public sealed record Country(string Code, string? Name = null);

public sealed record Destination(string Street, string City, Country Country)
{
    public string? Zip { get; init; }
}

/// <summary>Everything that a patch can meet: nested and absent values, sets, defaults, and two indexes.</summary>
[Entity<Helpdesk>]
[Key("SHIPMENT#{Id}", "SHIPMENT")]
[Key("gsi1", "CARRIER#{Carrier}", "{SentAt}#{Id}")]
[Key("gsi2", "STATE#{State}", "{Id}", Shards = 3)]
public sealed partial record Shipment(int Id, DateTimeOffset SentAt, Destination Destination)
{
    public TicketStatus State { get; init; }

    public string? Carrier { get; init; }

    public decimal? Weight { get; init; }

    public Destination? Sender { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    public HashSet<int>? Pallets { get; init; }

    public List<string> Notes { get; init; } = [];

    [JsonPropertyName("label")]
    public string? Label { get; init; } = "none";

    public int Priority { get; init; } = 3;

    [OmitDefault]
    public bool Express { get; init; }

    [UpdatedAt]
    public DateTimeOffset ChangedAt { get; init; }

    [OptimisticLock]
    public long Revision { get; init; }
}

[Patch<Shipment>]
public sealed partial record ShipmentPatch;

/// <summary>What a customer may change.</summary>
[Patch<Shipment>(nameof(Shipment.Destination), nameof(Shipment.Label), nameof(Shipment.State))]
public sealed partial class CustomerPatch;

[Repository<Shipment>]
public partial interface IShipments
{
    ValueTask Put(Shipment shipment);

    ValueTask<Shipment?> Get(int id);

    /// <summary>The time of the sending is in the index's key beside the carrier.</summary>
    ValueTask<Shipment> Update(int id, DateTimeOffset sentAt, ShipmentPatch patch);

    ValueTask<WriteOutcome> UpdateByCustomer(int id, long revision, CustomerPatch patch);

    [Update]
    [Condition("State <> 'Solved'")]
    ValueTask<bool> AmendAsync(int id, CustomerPatch patch);

    [Index("gsi1")]
    IAsyncEnumerable<Shipment> OfCarrier(string carrier);

    [Index("gsi2")]
    IAsyncEnumerable<Shipment> OfState(TicketStatus state);
}
