using DynamoGen;

namespace IssueTracker.Accounts;

/// <summary>The edge between an organization and a user: the table reads it from the one end, the index from the other.</summary>
[Entity<IssueTrackerTable>]
[Key("ACCOUNT#{Organization}", "MEMBER#{User}")]
[Key("gsi1", "MEMBERSHIPS#{User}", "{Organization}")]
public sealed partial record Membership
{
    public required AccountName Organization { get; init; }

    public required AccountName User { get; init; }

    public required MemberRole Role { get; init; }
}
