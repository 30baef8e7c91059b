using DynamoGen;
using DynamoGen.Transactions;

namespace IssueTracker.Accounts;

[Repository<Account>]
public partial interface IAccounts
{
    ValueTask<Account?> Get(AccountName name, CancellationToken cancellationToken = default);

    ValueTask<OrganizationWithMembers?> WithMembers(AccountName name, CancellationToken cancellationToken = default);

    ValueTask<bool> Create(Account account, CancellationToken cancellationToken = default);

    [Update("ADD RepositoryCount 1")]
    WriteAction UpdateRepositoryCount(AccountName name);
}
