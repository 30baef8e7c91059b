using DynamoGen;

namespace IssueTracker.Accounts;

/// <summary>A user who is signed in, until the session expires. DynamoDB deletes it some time after that; no read shows it in between.</summary>
[Entity<IssueTrackerTable>]
[Key("SESSION#{Id}", "SESSION")]
[Key("gsi1", "SESSIONS#{User}", "{SignedInAt}#{Id}")]
public sealed partial record Session
{
    public required SessionId Id { get; init; }

    public required AccountName User { get; init; }

    public required DateTimeOffset SignedInAt { get; init; }

    [AttributeName("expires"), TimeToLive]
    public required DateTimeOffset ExpiresAt { get; init; }
}
