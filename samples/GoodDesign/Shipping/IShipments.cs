using DynamoGen;

namespace GoodDesign.Shipping;

[Repository<Shipment>]
public partial interface IShipments
{
    [Index("gsi1")]
    IAsyncEnumerable<Shipment> WithStatus(ShipmentStatus status);

    [Index("gsi1")]
    IAsyncEnumerable<Shipment> InOrder(ShipmentStatus status, bool express);

    ValueTask Put(Shipment shipment, CancellationToken cancellationToken = default);
}
