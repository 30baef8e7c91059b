using DynamoGen;
using DynamoGen.Transactions;

namespace Storefront.Catalog;

[Repository<Product>]
public partial interface IProducts
{
    [ConsistentRead]
    ValueTask<Product?> Get(int productId, CancellationToken cancellationToken = default);

    ValueTask<ProductCard?> GetCard(int productId, CancellationToken cancellationToken = default);

    [Index("gsi1")]
    IAsyncEnumerable<ProductCard> CardsOfSupplier(int supplierId, decimal? fromPrice = null, decimal? toPrice = null);

    [Index("gsi1"), Filter("contains(Tags, {tag}) AND Stock > 0")]
    ValueTask<IReadOnlyList<Product>> InStock(int supplierId, string tag, CancellationToken cancellationToken = default);

    [AllowScan("an inventory of everything, once a year")]
    IAsyncEnumerable<Product> Inventory(int segments = 2);

    ValueTask Put(Product product, CancellationToken cancellationToken = default);

    ValueTask PutMany(IEnumerable<Product> products, CancellationToken cancellationToken = default);

    ValueTask DeleteMany(IEnumerable<Product.PrimaryKey> products, CancellationToken cancellationToken = default);

    IAsyncEnumerable<Product> GetMany(IEnumerable<Product.PrimaryKey> products);

    [Update("SET Stock = Stock + {by}"), Idempotent]
    ValueTask<bool> UpdateStock(int productId, int by, CancellationToken cancellationToken = default);

    [Update("ADD Stock {by}"), Condition("Stock >= {atLeast}")]
    WriteAction UpdateStockAction(int productId, int by, int atLeast);

    ReadAction<Product> GetAction(int productId);
}
