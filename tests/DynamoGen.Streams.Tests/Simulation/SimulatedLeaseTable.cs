using DynamoGen.Streams.Leases;

namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>The lease table that all processes share.</summary>
internal sealed class SimulatedLeaseTable(VirtualScheduler scheduler, Mutant mutant)
{
    private readonly SortedDictionary<string, Lease> _leases = new(StringComparer.Ordinal);

    public HashSet<string> Ended { get; } = [];

    public int Count => _leases.Count;

    public IReadOnlyList<Lease> List() => [.. _leases.Values];

    public Lease? Find(string shardId) => _leases.GetValueOrDefault(shardId);

    public bool Create(Lease lease)
    {
        scheduler.Note($"create {lease.ShardId} {lease.Checkpoint}");
        return _leases.TryAdd(lease.ShardId, lease);
    }

    public Lease? Replace(Lease seen, Lease next)
    {
        var stored = Find(seen.ShardId);
        var isTakeOver = seen.Owner is not null && next.Owner is not null && seen.Owner != next.Owner;
        if (stored is null || !(IsSeen(stored, seen) || (mutant == Mutant.TakeOverWithoutCompareAndSwap && isTakeOver)))
        {
            return stored;
        }

        scheduler.Note($"lease {next.ShardId} {next.Owner} {next.Counter} {next.Checkpoint}");
        stored = stored with
        {
            Owner = next.Owner,
            Counter = next.Counter,
            Checkpoint = next.Checkpoint,
            Children = next.Children,
            WantedBy = next.Owner is not null && next.Owner == seen.Owner ? stored.WantedBy : null,
        };
        _leases[next.ShardId] = stored;
        if (next.Checkpoint.IsShardEnd)
        {
            Ended.Add(next.ShardId);
            if (mutant == Mutant.LeaseDeletedTooEarly)
            {
                _leases.Remove(next.ShardId);
            }
        }

        return stored;
    }

    public bool Request(Lease seen, string worker)
    {
        if (Find(seen.ShardId) is not { WantedBy: null } stored || !IsSeen(stored, seen))
        {
            return false;
        }

        scheduler.Note($"request {seen.ShardId} {worker}");
        _leases[seen.ShardId] = stored with { WantedBy = worker };
        return true;
    }

    public bool Delete(Lease seen)
    {
        if (Find(seen.ShardId) is not { } stored || !IsSeen(stored, seen))
        {
            return false;
        }

        scheduler.Note($"delete {seen.ShardId}");
        return _leases.Remove(seen.ShardId);
    }

    private static bool IsSeen(Lease stored, Lease seen) => (stored.Owner, stored.Counter) == (seen.Owner, seen.Counter);
}
