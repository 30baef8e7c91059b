using DynamoGen;

namespace Storefront.Sales;

[Repository<Customer>]
public partial interface ICustomers
{
    ValueTask<Customer?> Get(CustomerId customerId, CancellationToken cancellationToken = default);

    ValueTask<CustomerWithOrders?> WithOrders(CustomerId customerId, CancellationToken cancellationToken = default);

    ValueTask Create(Customer customer, CancellationToken cancellationToken = default);

    ValueTask<Customer> Replace(Customer customer, Customer before, CancellationToken cancellationToken = default);
}
