using DynamoGen;

namespace BadDesign.Shipping;

[Repository<Shipment>]
public partial interface IShipments
{
    IAsyncEnumerable<Shipment> WithStatus(ShipmentStatus status);

    [Index("gsi1")]
    IAsyncEnumerable<Shipment> InOrder(bool express);

    ValueTask Put(Shipment shipment, CancellationToken cancellationToken = default);
}
