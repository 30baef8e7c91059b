using DynamoGen;

namespace HelpDesk.People;

[Repository<Customer>]
public partial interface ICustomers
{
    ValueTask<Customer?> Get(int id, CancellationToken cancellationToken = default);

    ValueTask<WriteOutcome> Create(Customer customer, CancellationToken cancellationToken = default);

    /// <summary>Claims the new address and gives the other up, in one transaction.</summary>
    [Update("SET Email = {email}")]
    ValueTask<WriteOutcome> UpdateEmail(int id, string email, string emailBefore, CancellationToken cancellationToken = default);

    ValueTask Delete(Customer customer, CancellationToken cancellationToken = default);
}
