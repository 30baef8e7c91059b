using System.IO.Hashing;
using System.Text;
using DynamoGen.Streams.Leases;

namespace DynamoGen.Streams.Consumers;

/// <summary>What a worker takes, so that all have an even share.</summary>
/// <param name="Taken">The leases to take, at most up to the fair share.</param>
/// <param name="Requested">The lease to ask for, of the worker that has most; only where none can be taken.</param>
internal readonly record struct LeaseShare(IReadOnlyList<Lease> Taken, Lease? Requested)
{
    /// <summary>Chooses among the leases of shards that can be read.</summary>
    /// <param name="worker">This worker.</param>
    /// <param name="held">Whether it has a lease already.</param>
    /// <param name="readable">The leases.</param>
    /// <param name="isExpired">Whether the owner of a lease is gone.</param>
    /// <param name="most">The most leases that this worker may have.</param>
    public static LeaseShare Choose(
        string worker, Func<Lease, bool> held, IReadOnlyList<Lease> readable, Func<Lease, bool> isExpired, int most)
    {
        var mine = readable.Count(held);
        var others = readable.Where(lease => lease.Owner is not null && lease.Owner != worker && !isExpired(lease))
            .GroupBy(static lease => lease.Owner!).ToDictionary(static group => group.Key, static group => group.ToList());
        var workers = others.Count + 1;
        var fair = Math.Min((readable.Count + workers - 1) / workers, most);

        // What names this worker and is not in its hands was handed to it, or taken by a write whose answer came too late.
        var free = readable.Where(lease => !held(lease) && (lease.Owner is null || lease.Owner == worker || isExpired(lease))).ToList();
        if (free.Count > 0)
        {
            return new LeaseShare([.. free.OrderBy(lease => Rank(worker, lease)).Take(Math.Max(0, fair - mine))], null);
        }

        mine += readable.Count(lease => lease.WantedBy == worker);
        var fullest = others.Values.OrderByDescending(static leases => leases.Count)
            .ThenBy(static leases => leases[0].Owner, StringComparer.Ordinal).FirstOrDefault();
        if (fullest is null || mine >= fair || fullest.Count - mine < 2)
        {
            return new LeaseShare([], null);
        }

        var wanted = fullest.Where(static lease => lease.WantedBy is null).OrderBy(lease => Rank(worker, lease)).FirstOrDefault();
        return new LeaseShare([], wanted);
    }

    /// <summary>Another order for each worker, so that they do not all try the same lease first.</summary>
    private static ulong Rank(string worker, Lease lease) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{worker}/{lease.ShardId}"));
}
