using DynamoGen;

namespace GoodDesign.Catalog;

[Repository<Product>]
public partial interface IProducts
{
    ValueTask<Product?> Get(int productId, CancellationToken cancellationToken = default);

    ValueTask Put(Product product, CancellationToken cancellationToken = default);
}
