using DynamoGen.Streams.Leases;

namespace DynamoGen.Streams.Consumers;

/// <summary>Tells by this worker's clock alone how long each lease has been without a heartbeat; no time of another machine is compared.</summary>
internal sealed class LeaseWatch(TimeProvider timeProvider, TimeSpan takeOverAfter)
{
    private readonly Dictionary<string, Sight> _sights = [];

    /// <summary>Takes note of leases that were listed just now.</summary>
    public void Observe(IReadOnlyList<Lease> leases)
    {
        var now = timeProvider.GetTimestamp();
        foreach (var gone in _sights.Keys.Except(leases.Select(static lease => lease.ShardId)).ToList())
        {
            _sights.Remove(gone);
        }

        foreach (var lease in leases)
        {
            if (!_sights.TryGetValue(lease.ShardId, out var sight))
            {
                _sights[lease.ShardId] = new Sight(lease.Owner, lease.Counter, now, now);
            }
            else if ((sight.Owner, sight.Counter) != (lease.Owner, lease.Counter))
            {
                _sights[lease.ShardId] = sight with { Owner = lease.Owner, Counter = lease.Counter, Changed = now };
            }
        }
    }

    /// <summary>Whether the owner of a lease is gone.</summary>
    public bool IsExpired(Lease lease) =>
        lease.Owner is not null
        && _sights.TryGetValue(lease.ShardId, out var sight)
        && (sight.Owner, sight.Counter) == (lease.Owner, lease.Counter)
        && timeProvider.GetElapsedTime(sight.Changed) >= takeOverAfter;

    /// <summary>Whether the lease was there before a time.</summary>
    public bool WasSeenBefore(Lease lease, long timestamp) => _sights.TryGetValue(lease.ShardId, out var sight) && sight.First <= timestamp;

    private readonly record struct Sight(string? Owner, long Counter, long First, long Changed);
}
