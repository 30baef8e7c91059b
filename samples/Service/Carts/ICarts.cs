using DynamoGen;

namespace NorthwindService.Carts;

[Repository<Cart>]
public partial interface ICarts
{
    ValueTask<Cart?> Get(string customerId, CancellationToken cancellationToken = default);

    ValueTask Put(Cart cart, CancellationToken cancellationToken = default);

    ValueTask Delete(string customerId, CancellationToken cancellationToken = default);
}
