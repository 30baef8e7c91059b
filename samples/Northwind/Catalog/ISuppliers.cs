using DynamoGen;

namespace Northwind.Catalog;

[Repository<Supplier>]
public partial interface ISuppliers
{
    ValueTask<Supplier?> Get(int supplierId, CancellationToken cancellationToken = default);

    ValueTask Put(Supplier supplier, CancellationToken cancellationToken = default);
}
