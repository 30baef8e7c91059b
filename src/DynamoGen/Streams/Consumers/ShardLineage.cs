using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Consumers;

/// <summary>
/// Which shards can be read now, by what a stream and its leases say. A shard gets its lease when all its parents are handled to their end; so where there is
/// a lease of a shard, every shard before it is done, also when its own lease is deleted already.
/// </summary>
internal sealed class ShardLineage
{
    private readonly string _streamArn;
    private readonly IReadOnlyList<Lease> _leases;
    private readonly Dictionary<string, Lease> _byShard;
    private readonly HashSet<string> _described;
    private readonly Dictionary<string, HashSet<string>> _parents = [];
    private readonly Dictionary<string, HashSet<string>> _children = [];
    private readonly HashSet<string> _before = [];

    public ShardLineage(string streamArn, IEnumerable<ShardDescription> shards, IReadOnlyList<Lease> leases)
    {
        _streamArn = streamArn;
        _leases = leases;
        _byShard = leases.ToDictionary(static lease => lease.ShardId);
        var described = shards.ToList();
        _described = [.. described.Select(static shard => shard.ShardId)];
        foreach (var shard in described)
        {
            Link(shard.ParentShardId, shard.ShardId);
        }

        foreach (var lease in leases)
        {
            lease.Parents.ToList().ForEach(parent => Link(parent, lease.ShardId));
            lease.Children.ToList().ForEach(child => Link(lease.ShardId, child));
        }

        foreach (var lease in leases)
        {
            MarkAncestors(lease.ShardId);
        }
    }

    /// <summary>The leases that shards lack which can be read.</summary>
    public IEnumerable<Lease> Missing(StreamStart start)
    {
        // Leases at LATEST alone are those of a start that was not finished.
        var starts = start == StreamStart.Latest && _leases.All(static lease => lease.Checkpoint.Kind == LeaseCheckpointKind.Latest);
        foreach (var shardId in _described)
        {
            if (_byShard.ContainsKey(shardId) || _before.Contains(shardId))
            {
                continue;
            }

            if (starts && !IsRelatedToLease(shardId))
            {
                if (Of(_children, shardId).Count == 0)
                {
                    yield return Create(shardId, LeaseCheckpoint.Latest);
                }
            }
            else if (AreParentsDone(shardId))
            {
                yield return Create(shardId, LeaseCheckpoint.TrimHorizon);
            }
        }
    }

    /// <summary>Whether the shard of a lease can be read: its parents were done when the lease was made, and none of its children has one.</summary>
    public bool IsReadable(Lease lease) => !lease.Checkpoint.IsShardEnd && !_before.Contains(lease.ShardId);

    /// <summary>
    /// Whether a lease is not needed any more: its shard is done, and all its children are past their beginning. So is one that a worker created too late,
    /// when the shard was done already.
    /// </summary>
    public bool IsDisposable(Lease lease)
    {
        if (!lease.Checkpoint.IsShardEnd)
        {
            return lease.Owner is null && lease.Checkpoint.IsBeginning && _before.Contains(lease.ShardId);
        }

        var children = Of(_children, lease.ShardId);
        return children.Count > 0 && children.All(IsUnderWay);
    }

    /// <summary>Whether a shard is done and seems to be gone, so that it cannot have children that are not known.</summary>
    public bool MayBeGone(Lease lease) => lease.Checkpoint.IsShardEnd && !_described.Contains(lease.ShardId) && !IsDisposable(lease);

    private bool IsUnderWay(string shardId) =>
        _byShard.TryGetValue(shardId, out var lease) ? !lease.Checkpoint.IsBeginning : _before.Contains(shardId);

    private bool AreParentsDone(string shardId) => Of(_parents, shardId).All(IsDone);

    private bool IsDone(string shardId)
    {
        if (_byShard.TryGetValue(shardId, out var lease))
        {
            return lease.Checkpoint.IsShardEnd || _before.Contains(shardId);
        }

        return _before.Contains(shardId) || !_described.Contains(shardId);
    }

    /// <summary>Whether a shard, or one that is related to it over any number of steps, has a lease.</summary>
    private bool IsRelatedToLease(string shardId)
    {
        var seen = new HashSet<string> { shardId };
        var next = new Stack<string>(seen);
        while (next.TryPop(out var current))
        {
            if (_byShard.ContainsKey(current))
            {
                return true;
            }

            foreach (var neighbour in Of(_parents, current).Concat(Of(_children, current)).Where(seen.Add))
            {
                next.Push(neighbour);
            }
        }

        return false;
    }

    private void MarkAncestors(string shardId)
    {
        var next = new Stack<string>(Of(_parents, shardId));
        while (next.TryPop(out var ancestor))
        {
            if (_before.Add(ancestor))
            {
                foreach (var parent in Of(_parents, ancestor))
                {
                    next.Push(parent);
                }
            }
        }
    }

    private Lease Create(string shardId, LeaseCheckpoint checkpoint) =>
        new(_streamArn, shardId) { Checkpoint = checkpoint, Parents = [.. Of(_parents, shardId).Order(StringComparer.Ordinal)] };

    private void Link(string? parent, string child)
    {
        if (parent is not null)
        {
            Add(_parents, child, parent);
            Add(_children, parent, child);
        }
    }

    private static void Add(Dictionary<string, HashSet<string>> links, string from, string to)
    {
        if (!links.TryGetValue(from, out var linked))
        {
            links[from] = linked = [];
        }

        linked.Add(to);
    }

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> links, string shardId) => links.GetValueOrDefault(shardId) ?? [];
}
