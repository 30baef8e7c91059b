using DynamoGen;

namespace GoodDesign.Shipping;

[Entity<ShopTable>]
[Key("SHIPMENT#{ShipmentId}", "SHIPMENT")]
[Key("gsi1", "STATUS#{Status}", "{Express}#{PackedAt}#{ShipmentId}", Shards = 10)]
public sealed partial record Shipment
{
    public required Guid ShipmentId { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required DateTimeOffset PackedAt { get; init; }

    public bool Express { get; init; }
}
