using DynamoGen;
using IssueTracker.Issues;

namespace IssueTracker.Code;

/// <summary>A repository with all that was ever opened in it: one item collection, one Query.</summary>
[ItemCollection]
public sealed partial record RepositoryWithIssues
{
    public required CodeRepository Repository { get; init; }

    public required IReadOnlyList<Issue> Issues { get; init; }

    public required IReadOnlyList<PullRequest> PullRequests { get; init; }
}
