using DynamoGen;

namespace Storefront.Catalog;

[Repository<SpecificationVersion1>]
public partial interface ISpecificationsVersion1
{
    ValueTask Put(SpecificationVersion1 specification, CancellationToken cancellationToken = default);
}
