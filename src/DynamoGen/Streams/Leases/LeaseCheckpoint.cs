using System.Text;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Leases;

/// <summary>How far a shard is handled.</summary>
internal readonly record struct LeaseCheckpoint
{
    private const string TrimHorizonText = "TRIM_HORIZON";
    private const string LatestText = "LATEST";
    private const string ShardEndText = "SHARD_END";

    private LeaseCheckpoint(LeaseCheckpointKind kind, SequenceNumber sequenceNumber = default)
    {
        Kind = kind;
        SequenceNumber = sequenceNumber;
    }

    /// <summary>Nothing is handled; the oldest record that is left comes next.</summary>
    public static LeaseCheckpoint TrimHorizon => new(LeaseCheckpointKind.TrimHorizon);

    /// <summary>Nothing is handled; what is written from now on comes next.</summary>
    public static LeaseCheckpoint Latest => new(LeaseCheckpointKind.Latest);

    /// <summary>Every record of the shard is handled, and none will be added.</summary>
    public static LeaseCheckpoint ShardEnd => new(LeaseCheckpointKind.ShardEnd);

    public LeaseCheckpointKind Kind { get; }

    /// <summary>The last record that is handled with all before it, where the kind has one.</summary>
    public SequenceNumber SequenceNumber { get; }

    public bool IsShardEnd => Kind == LeaseCheckpointKind.ShardEnd;

    /// <summary>Whether no record of the shard is known to be handled.</summary>
    public bool IsBeginning => Kind is LeaseCheckpointKind.TrimHorizon or LeaseCheckpointKind.Latest;

    /// <summary>Where the reading goes on.</summary>
    public ShardStart Start => Kind switch
    {
        LeaseCheckpointKind.TrimHorizon => ShardStart.TrimHorizon,
        LeaseCheckpointKind.Latest => ShardStart.Latest,
        LeaseCheckpointKind.After => ShardStart.After(SequenceNumber),
        _ => throw new InvalidOperationException("A shard that is handled to its end is not read again."),
    };

    /// <summary>Every record up to this one is handled.</summary>
    public static LeaseCheckpoint After(SequenceNumber sequenceNumber) => new(LeaseCheckpointKind.After, sequenceNumber);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no checkpoint.</exception>
    public static LeaseCheckpoint Parse(string text) => text switch
    {
        TrimHorizonText => TrimHorizon,
        LatestText => Latest,
        ShardEndText => ShardEnd,
        _ when SequenceNumber.TryParse(Encoding.UTF8.GetBytes(text), out var number) => After(number),
        _ => throw new FormatException("A checkpoint is TRIM_HORIZON, LATEST, SHARD_END or a sequence number."),
    };

    public override string ToString() => Kind switch
    {
        LeaseCheckpointKind.TrimHorizon => TrimHorizonText,
        LeaseCheckpointKind.Latest => LatestText,
        LeaseCheckpointKind.ShardEnd => ShardEndText,
        _ => SequenceNumber.ToString(),
    };
}

/// <summary>The kind of a <see cref="LeaseCheckpoint"/>.</summary>
internal enum LeaseCheckpointKind
{
    TrimHorizon,
    Latest,
    After,
    ShardEnd,
}
