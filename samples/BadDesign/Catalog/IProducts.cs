using DynamoGen;

namespace BadDesign.Catalog;

[Repository<Product>]
public partial interface IProducts
{
    ValueTask<Product?> Get(int productId, CancellationToken cancellationToken = default);

    ValueTask Put(Product product, CancellationToken cancellationToken = default);
}
