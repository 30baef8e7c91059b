using DynamoGen;
using IssueTracker.Accounts;

namespace IssueTracker.Code;

/// <summary>
/// A user likes a repository. Stars have a partition of their own, so that a repository with many of them is still read with its issues alone.
/// </summary>
[Entity<IssueTrackerTable>]
[Key("STARS#{Owner}#{Repository}", "{User}")]
[Key("gsi1", "STARRED#{User}", "{StarredAt}#{Owner}#{Repository}")]
public sealed partial record Star
{
    public required AccountName Owner { get; init; }

    public required RepositoryName Repository { get; init; }

    public required AccountName User { get; init; }

    public required DateTimeOffset StarredAt { get; init; }
}
