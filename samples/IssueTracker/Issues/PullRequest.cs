using DynamoGen;
using IssueTracker.Accounts;
using IssueTracker.Code;

namespace IssueTracker.Issues;

/// <summary>A proposed change. It takes its number from the same counter as issues.</summary>
[Entity<IssueTrackerTable>]
[Key("REPOSITORY#{Owner}#{Repository}", "PULL#{Number}")]
[Key("gsi1", "PULLS#{Owner}#{Repository}", "{Status}#{Number}")]
public sealed partial record PullRequest
{
    public required AccountName Owner { get; init; }

    public required RepositoryName Repository { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required AccountName Author { get; init; }

    public required string Branch { get; init; }

    public PullRequestStatus Status { get; init; }
}
