using DynamoGen;

namespace BadDesign.Catalog;

[Repository<Review>]
public partial interface IReviews
{
    IAsyncEnumerable<Review> OfProduct(int productId);

    [Index("gsi1"), Descending]
    IAsyncEnumerable<Review> Latest(int? limit = null);

    ValueTask Put(Review review, CancellationToken cancellationToken = default);
}
