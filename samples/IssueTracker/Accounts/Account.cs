using DynamoGen;

namespace IssueTracker.Accounts;

/// <summary>A user or an organization; both own repositories under one space of names.</summary>
[Entity<IssueTrackerTable>]
[Key("ACCOUNT#{Name}", "ACCOUNT")]
public sealed partial record Account
{
    public required AccountName Name { get; init; }

    public required AccountKind Kind { get; init; }

    public required string DisplayName { get; init; }

    public required Plan Plan { get; init; }

    /// <summary>How many repositories it owns, counted by the transactions that create them.</summary>
    public int RepositoryCount { get; init; }
}
