using DynamoGen;
using IssueTracker.Accounts;
using IssueTracker.Code;

namespace IssueTracker.Issues;

[Repository<PullRequest>]
public partial interface IPullRequests
{
    [Descending]
    IAsyncEnumerable<PullRequest> LatestOfRepository(AccountName owner, RepositoryName repository, int? limit = null);

    [Index("gsi1"), Descending]
    IAsyncEnumerable<PullRequest> WithStatus(AccountName owner, RepositoryName repository, PullRequestStatus status);

    ValueTask<PullRequest> Create(PullRequest pullRequest, CancellationToken cancellationToken = default);

    /// <summary>Merges or declines what is still open; false when it is not.</summary>
    [Update("SET Status = {status}")]
    [Condition("Status = 'Open'")]
    ValueTask<bool> UpdateStatus(
        AccountName owner, RepositoryName repository, int number, PullRequestStatus status, CancellationToken cancellationToken = default);
}
