using DynamoGen;

namespace IssueTracker.Accounts;

[Repository<Session>]
public partial interface ISessions
{
    [ConsistentRead]
    ValueTask<Session?> Get(SessionId id, CancellationToken cancellationToken = default);

    [IncludeExpired]
    ValueTask<Session?> GetEvenIfExpired(SessionId id, CancellationToken cancellationToken = default);

    [Index("gsi1"), Descending]
    IAsyncEnumerable<Session> OfUser(AccountName user);

    ValueTask<bool> Create(Session session, CancellationToken cancellationToken = default);

    /// <summary>Prolongs a session; false when it is over, since an expired one counts as absent.</summary>
    [Update("SET ExpiresAt = {expiresAt}")]
    ValueTask<bool> UpdateExpiry(SessionId id, DateTimeOffset expiresAt, CancellationToken cancellationToken = default);
}
