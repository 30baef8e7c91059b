using DynamoGen;
using IssueTracker.Accounts;
using IssueTracker.Code;

namespace IssueTracker.Issues;

/// <summary>
/// An issue. gsi1 has a repository's issues by status; gsi2 has them by status and severity. A Query goes in one direction, so that "most severe
/// first, latest first among equals" needs severities that rise as numbers do.
/// </summary>
[Entity<IssueTrackerTable>]
[Key("REPOSITORY#{Owner}#{Repository}", "ISSUE#{Number}")]
[Key("gsi1", "ISSUES#{Owner}#{Repository}", "{Status}#{Number}")]
[Key("gsi2", "TRIAGE#{Owner}#{Repository}", "{Status}#{Severity}#{Number}")]
public sealed partial record Issue
{
    public required AccountName Owner { get; init; }

    public required RepositoryName Repository { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required AccountName Author { get; init; }

    public required Severity Severity { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public IssueStatus Status { get; init; }

    /// <summary>When it was closed or reopened; null while it never was.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    public HashSet<string> Labels { get; init; } = [];

    [OptimisticLock]
    public long Revision { get; init; }
}
