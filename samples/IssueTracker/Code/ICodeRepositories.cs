using DynamoGen;
using DynamoGen.Transactions;
using IssueTracker.Accounts;

namespace IssueTracker.Code;

[Repository<CodeRepository>]
public partial interface ICodeRepositories
{
    ValueTask<CodeRepository?> Get(AccountName owner, RepositoryName name, CancellationToken cancellationToken = default);

    ValueTask<RepositoryWithIssues?> WithIssues(AccountName owner, RepositoryName name, CancellationToken cancellationToken = default);

    IAsyncEnumerable<CodeRepository> GetMany(IEnumerable<CodeRepository.PrimaryKey> keys);

    [Index("gsi1"), Descending]
    IAsyncEnumerable<CodeRepository> LatestOfOwner(AccountName owner, DateTimeOffset? from = null, int? limit = null);

    [Index("gsi2")]
    IAsyncEnumerable<CodeRepository> ForksOf(AccountName parentOwner, RepositoryName parentName);

    WriteAction CreateAction(CodeRepository repository);

    [Update("SET PushedAt = {pushedAt}")]
    ValueTask<CodeRepository> UpdatePushedAt(AccountName owner, RepositoryName name, DateTimeOffset pushedAt, CancellationToken cancellationToken = default);

    /// <summary>Takes the next number, which nobody else gets: the repository that comes back holds it.</summary>
    [Update("ADD LastNumber 1")]
    ValueTask<CodeRepository> UpdateLastNumber(AccountName owner, RepositoryName name, CancellationToken cancellationToken = default);

    [Update("ADD Stars {by}")]
    WriteAction UpdateStars(AccountName owner, RepositoryName name, int by);

    [Update("ADD Forks 1")]
    WriteAction UpdateForks(AccountName owner, RepositoryName name);
}
