namespace DynamoGen.Streams.Shards;

/// <summary>Where the reading of a shard begins.</summary>
public readonly record struct ShardStart
{
    private ShardStart(ShardStartKind kind, SequenceNumber sequenceNumber)
    {
        Kind = kind;
        SequenceNumber = sequenceNumber;
    }

    /// <summary>At the oldest record that is left (<c>TRIM_HORIZON</c>).</summary>
    public static ShardStart TrimHorizon => new(ShardStartKind.TrimHorizon, default);

    /// <summary>Behind the newest record (<c>LATEST</c>).</summary>
    public static ShardStart Latest => new(ShardStartKind.Latest, default);

    /// <summary>The kind of beginning.</summary>
    public ShardStartKind Kind { get; }

    /// <summary>The sequence number, where the kind has one.</summary>
    public SequenceNumber SequenceNumber { get; }

    /// <summary>At a record (<c>AT_SEQUENCE_NUMBER</c>).</summary>
    /// <param name="sequenceNumber">The record's place.</param>
    public static ShardStart At(SequenceNumber sequenceNumber) => new(ShardStartKind.AtSequenceNumber, sequenceNumber);

    /// <summary>Behind a record (<c>AFTER_SEQUENCE_NUMBER</c>).</summary>
    /// <param name="sequenceNumber">The record's place.</param>
    public static ShardStart After(SequenceNumber sequenceNumber) => new(ShardStartKind.AfterSequenceNumber, sequenceNumber);
}

/// <summary>How a <see cref="ShardStart"/> is given.</summary>
public enum ShardStartKind
{
    /// <summary>At the oldest record that is left.</summary>
    TrimHorizon,

    /// <summary>Behind the newest record.</summary>
    Latest,

    /// <summary>At a record.</summary>
    AtSequenceNumber,

    /// <summary>Behind a record.</summary>
    AfterSequenceNumber,
}
