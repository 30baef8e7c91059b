using DynamoGen;

namespace HelpDesk.Statistics;

[Repository<RateLimit>]
public partial interface IRateLimits
{
    ValueTask<RateLimit?> Get(int customerId, CancellationToken cancellationToken = default);

    /// <summary>Counts one more, and begins anew once the last count has expired; false when there were <paramref name="most"/>.</summary>
    [Update("ADD Used 1 SET ExpiresAt = if_not_exists(ExpiresAt, {expiresAt})")]
    [Condition("attribute_not_exists(Used) OR Used < {most}")]
    ValueTask<bool> UpsertHit(int customerId, DateTimeOffset expiresAt, int most, CancellationToken cancellationToken = default);
}
