using DynamoGen;

namespace IssueTracker.Accounts;

/// <summary>An account and its memberships: one item collection, one Query.</summary>
[ItemCollection]
public sealed partial record OrganizationWithMembers
{
    public required Account Organization { get; init; }

    public required IReadOnlyList<Membership> Members { get; init; }
}
