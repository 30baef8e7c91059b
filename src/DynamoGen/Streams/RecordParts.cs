namespace DynamoGen.Streams;

/// <summary>Where the parts of a record stand in the event's bytes, and those of its values that are read at once.</summary>
internal record struct RecordParts
{
    public ChangeKind Kind { get; set; }

    public SequenceNumber SequenceNumber { get; set; }

    /// <summary>When the change was made, in seconds since 1970.</summary>
    public double Seconds { get; set; }

    public long SizeBytes { get; set; }

    public Slice EventId { get; set; }

    public RecordOrigin Origin { get; set; }

    public Slice Keys { get; set; }

    public Slice NewImage { get; set; }

    public Slice OldImage { get; set; }

    /// <summary>The whole record.</summary>
    public Slice Whole { get; set; }
}

/// <summary>A piece of the event's bytes.</summary>
internal readonly record struct Slice(int Start, int Length)
{
    public bool IsEmpty => Length == 0;

    public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> source) => source.Slice(Start, Length);
}
