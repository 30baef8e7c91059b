using DynamoGen;

namespace Northwind.Sales;

[Repository<Customer>]
public partial interface ICustomers
{
    ValueTask<Customer?> Get(string customerId, CancellationToken cancellationToken = default);

    [Index("gsi2")]
    IAsyncEnumerable<Customer> InCountry(string country);

    ValueTask Put(Customer customer, CancellationToken cancellationToken = default);

    ValueTask Delete(string customerId, CancellationToken cancellationToken = default);
}
