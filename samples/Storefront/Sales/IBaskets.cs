using DynamoGen;

namespace Storefront.Sales;

[Repository<Basket>]
public partial interface IBaskets
{
    ValueTask<Basket?> Get(Guid basketId, CancellationToken cancellationToken = default);

    ValueTask Put(Basket basket, CancellationToken cancellationToken = default);

    [Update("SET Lines = list_append(Lines, {more})")]
    ValueTask<Basket> UpdateLines(Guid basketId, List<OrderLine> more, CancellationToken cancellationToken = default);
}
