using DynamoGen;

namespace IssueTracker.Accounts;

[Repository<Membership>]
public partial interface IMemberships
{
    IAsyncEnumerable<Membership> OfOrganization(AccountName organization);

    [Index("gsi1")]
    IAsyncEnumerable<Membership> OfUser(AccountName user);

    ValueTask Put(Membership membership, CancellationToken cancellationToken = default);

    ValueTask PutMany(IEnumerable<Membership> memberships, CancellationToken cancellationToken = default);

    ValueTask Delete(AccountName organization, AccountName user, CancellationToken cancellationToken = default);
}
