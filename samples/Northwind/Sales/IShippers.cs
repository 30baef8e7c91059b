using DynamoGen;

namespace Northwind.Sales;

[Repository<Shipper>]
public partial interface IShippers
{
    ValueTask<Shipper?> Get(int shipperId, CancellationToken cancellationToken = default);

    ValueTask Put(Shipper shipper, CancellationToken cancellationToken = default);
}
