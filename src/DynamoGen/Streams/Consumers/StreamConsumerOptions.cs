namespace DynamoGen.Streams.Consumers;

/// <summary>How a <see cref="StreamConsumer"/> reads, and how it shares the shards with other workers.</summary>
public sealed class StreamConsumerOptions
{
    internal const int MaxPageSize = 1000;

    /// <summary>
    /// Tells this worker from all others that share its leases, also from an earlier one on the same machine.
    /// By default a new name for each object.
    /// </summary>
    public string WorkerId { get; set; } = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    /// <summary>Where a consumer without leases begins. Shards that come later are read from their oldest record in any case.</summary>
    public StreamStart Start { get; set; } = StreamStart.TrimHorizon;

    /// <summary>The most shards that this worker reads at once.</summary>
    public int MaxLeases { get; set; } = int.MaxValue;

    /// <summary>How often the owner of a lease renews it and writes its checkpoint. 3 seconds by default.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>After how long without a successful heartbeat its owner stops to handle a shard. 7 seconds by default.</summary>
    public TimeSpan StopAfter { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>After how long without a heartbeat, by its own clock, another worker takes a lease over. 10 seconds by default.</summary>
    public TimeSpan TakeOverAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer of the lease table is waited for before its state is read instead. 1 second by default.</summary>
    public TimeSpan LeaseTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the leases are looked through for those that can be taken. 2 seconds by default.</summary>
    public TimeSpan BalanceInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the whole stream is described. 60 seconds by default; children are asked for at the end of each shard too.</summary>
    public TimeSpan DiscoveryInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The least time between two reads of a shard: 200 ms by default, since DynamoDB allows five reads a second.</summary>
    public TimeSpan ReadInterval { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The most time between two reads of a shard that has no new records; it is reached by doubling. 2 seconds by default.</summary>
    public TimeSpan MaxIdleDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>When an iterator is renewed: 14 minutes by default, since it is valid for 15.</summary>
    public TimeSpan IteratorAge { get; set; } = TimeSpan.FromMinutes(14);

    /// <summary>The most records of one read, up to 1,000.</summary>
    public int PageSize { get; set; } = MaxPageSize;

    /// <summary>How long what was taken may be handled when a shard is handed over, as at shutdown. 20 seconds by default.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Decides what happens where records were lost because they are older than 24 hours. By default the reading goes on with the oldest that is left; it is
    /// logged and counted in any case.
    /// </summary>
    public Func<TrimmedShard, TrimmedDataAction> OnTrimmedData { get; set; } = static _ => TrimmedDataAction.GoOn;

    /// <summary>Checks that the options fit each other.</summary>
    /// <exception cref="ArgumentException">An option is out of its range, or a worker would not have stopped before another takes over.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(WorkerId);
        ArgumentNullException.ThrowIfNull(OnTrimmedData);
        Require(Enum.IsDefined(Start), nameof(Start), "is TrimHorizon or Latest");
        Require(MaxLeases > 0, nameof(MaxLeases), "is at least 1");
        Require(PageSize is > 0 and <= MaxPageSize, nameof(PageSize), "is 1 to 1,000");
        RequirePositive(HeartbeatInterval, nameof(HeartbeatInterval));
        RequirePositive(LeaseTimeout, nameof(LeaseTimeout));
        RequirePositive(BalanceInterval, nameof(BalanceInterval));
        RequirePositive(DiscoveryInterval, nameof(DiscoveryInterval));
        RequirePositive(ReadInterval, nameof(ReadInterval));
        RequirePositive(IteratorAge, nameof(IteratorAge));
        RequirePositive(DrainTimeout, nameof(DrainTimeout));
        Require(MaxIdleDelay >= ReadInterval, nameof(MaxIdleDelay), "is not less than ReadInterval");
        Require(IteratorAge < TimeSpan.FromMinutes(15), nameof(IteratorAge), "is less than the 15 minutes for which an iterator is valid");
        Require(
            StopAfter >= HeartbeatInterval + (2 * LeaseTimeout), nameof(StopAfter),
            "leaves time for a heartbeat: it is at least HeartbeatInterval and two times LeaseTimeout");
        Require(
            TakeOverAfter >= StopAfter * 1.2, nameof(TakeOverAfter),
            "is at least 1.2 times StopAfter: the owner must have stopped before another worker takes over");
    }

    private static void RequirePositive(TimeSpan value, string name) => Require(value > TimeSpan.Zero, name, "is more than zero");

    private static void Require(bool holds, string name, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException($"{name} {rule}.", name);
        }
    }
}
