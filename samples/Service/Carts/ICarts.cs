using DynamoGen;
using NorthwindService.Customers;

namespace NorthwindService.Carts;

[Repository<Cart>]
public partial interface ICarts
{
    ValueTask<Cart?> Get(CustomerId customerId, CancellationToken cancellationToken = default);

    ValueTask Put(Cart cart, CancellationToken cancellationToken = default);

    ValueTask Delete(CustomerId customerId, CancellationToken cancellationToken = default);
}
