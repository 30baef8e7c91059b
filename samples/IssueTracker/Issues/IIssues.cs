using DynamoGen;
using IssueTracker.Accounts;
using IssueTracker.Code;

namespace IssueTracker.Issues;

[Repository<Issue>]
public partial interface IIssues
{
    ValueTask<Issue?> Get(AccountName owner, RepositoryName repository, int number, CancellationToken cancellationToken = default);

    [Index("gsi1"), Descending]
    ValueTask<Page<Issue>> LatestWithStatus(
        AccountName owner, RepositoryName repository, IssueStatus status, int limit, string? cursor = null, CancellationToken cancellationToken = default);

    [Index("gsi1"), Descending, Filter("contains(Labels, {label})")]
    IAsyncEnumerable<Issue> WithLabel(AccountName owner, RepositoryName repository, IssueStatus status, string label);

    [Index("gsi2"), Descending]
    IAsyncEnumerable<Issue> MostSevere(AccountName owner, RepositoryName repository, IssueStatus status, int? limit = null);

    ValueTask<Issue> Create(Issue issue, CancellationToken cancellationToken = default);

    ValueTask<Issue> Replace(Issue issue, CancellationToken cancellationToken = default);

    /// <summary>Closes or reopens the issue as it was read at a revision. The keys of both indexes follow its status.</summary>
    [Update("SET Status = {status}, StatusSince = {since}")]
    [Condition("Status <> {status}")]
    ValueTask<Issue> UpdateStatus(
        AccountName owner,
        RepositoryName repository,
        int number,
        IssueStatus status,
        DateTimeOffset since,
        Severity severity,
        long revision,
        CancellationToken cancellationToken = default);
}
