namespace DynamoGen.Streams;

/// <summary>Where the parts of a record stand in the event's bytes, and those of its values that are read at once.</summary>
internal readonly record struct RecordParts
{
    public required ChangeKind Kind { get; init; }

    public required SequenceNumber SequenceNumber { get; init; }

    public bool IsExpiry { get; init; }

    public DateTimeOffset Time { get; init; }

    public long SizeBytes { get; init; }

    public Slice EventId { get; init; }

    public Slice Region { get; init; }

    public Slice StreamArn { get; init; }

    public required Slice Keys { get; init; }

    public Slice NewImage { get; init; }

    public Slice OldImage { get; init; }

    /// <summary>The whole record.</summary>
    public required Slice Whole { get; init; }
}

/// <summary>A piece of the event's bytes.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    public bool IsEmpty => Length == 0;

    public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> source) => source.Slice(Start, Length);
}
