using DynamoGen;

namespace Northwind.Catalog;

[Repository<Product>]
public partial interface IProducts
{
    ValueTask<Product?> Get(int productId, CancellationToken cancellationToken = default);

    [Index("gsi1")]
    IAsyncEnumerable<Product> OfSupplier(int supplierId);

    [Index("gsi2")]
    IAsyncEnumerable<Product> InCategory(int categoryId);

    [Index("gsi2")]
    IAsyncEnumerable<Product> InCategoryByName(int categoryId, string namePrefix);

    ValueTask Put(Product product, CancellationToken cancellationToken = default);
}
