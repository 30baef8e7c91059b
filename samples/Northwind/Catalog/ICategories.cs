using DynamoGen;

namespace Northwind.Catalog;

[Repository<Category>]
public partial interface ICategories
{
    ValueTask<Category?> Get(int categoryId, CancellationToken cancellationToken = default);

    ValueTask Put(Category category, CancellationToken cancellationToken = default);
}
