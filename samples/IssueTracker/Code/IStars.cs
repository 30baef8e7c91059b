using DynamoGen;
using DynamoGen.Transactions;
using IssueTracker.Accounts;

namespace IssueTracker.Code;

[Repository<Star>]
public partial interface IStars
{
    IAsyncEnumerable<Star> OfRepository(AccountName owner, RepositoryName repository);

    [Index("gsi1"), Descending]
    IAsyncEnumerable<Star> OfUser(AccountName user, int? limit = null);

    WriteAction CreateAction(Star star);

    [Condition("attribute_exists(StarredAt)")]
    WriteAction DeleteAction(AccountName owner, RepositoryName repository, AccountName user);
}
