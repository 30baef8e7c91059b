using DynamoGen;

namespace Storefront.Catalog;

[Repository<Specification>]
public partial interface ISpecifications
{
    ValueTask<Specification?> Get(Guid specificationId, CancellationToken cancellationToken = default);

    ValueTask<bool> Create(Specification specification, CancellationToken cancellationToken = default);

    [Update("SET Grade = {grade}")]
    ValueTask<Specification> UpdateGrade(Guid specificationId, char grade, CancellationToken cancellationToken = default);
}
