using DynamoGen;

namespace BadDesign.Shipping;

[Entity<ShopTable>]
[Key("STATUS#{Status}", "SHIPMENT#{ShipmentId}")]
[Key("gsi1", "EXPRESS#{Express}", "{PackedAt}#{ShipmentId}")]
public sealed partial record Shipment
{
    public required Guid ShipmentId { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required DateTimeOffset PackedAt { get; init; }

    public bool Express { get; init; }
}
