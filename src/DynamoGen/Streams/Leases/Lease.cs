namespace DynamoGen.Streams.Leases;

/// <summary>
/// Who handles a shard and how far it is. Every write adds one to the counter and is conditional on the owner and the counter that were seen, so that of two
/// writers one is refused; a counter that does not grow tells of an owner that is gone.
/// </summary>
/// <param name="StreamArn">The stream.</param>
/// <param name="ShardId">The shard.</param>
internal sealed record Lease(string StreamArn, string ShardId)
{
    /// <summary>The worker that handles the shard, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Grows with every write: the heartbeat.</summary>
    public long Counter { get; init; }

    public LeaseCheckpoint Checkpoint { get; init; } = LeaseCheckpoint.TrimHorizon;

    /// <summary>The worker that asks the owner to hand the shard over; it stands as long as the owner does.</summary>
    public string? WantedBy { get; init; }

    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>The children as they were known when the shard came to its end.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];

    /// <summary>The lease as a worker takes it.</summary>
    public Lease TakenBy(string owner) => this with { Owner = owner, Counter = Counter + 1, WantedBy = null };

    /// <summary>The lease as its owner keeps it.</summary>
    public Lease Renewed(LeaseCheckpoint checkpoint) => this with { Counter = Counter + 1, Checkpoint = checkpoint };

    /// <summary>The lease as its owner gives it away: to another worker, or to whoever takes it.</summary>
    public Lease GivenTo(string? owner, LeaseCheckpoint checkpoint) =>
        this with { Owner = owner, Counter = Counter + 1, Checkpoint = checkpoint, WantedBy = null };

    /// <summary>Whether both are the same state of the lease.</summary>
    public bool IsStateOf(Lease? other) =>
        other is not null && Owner == other.Owner && Counter == other.Counter && Checkpoint == other.Checkpoint;
}
