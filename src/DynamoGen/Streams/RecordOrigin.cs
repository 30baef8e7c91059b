namespace DynamoGen.Streams;

/// <summary>What a record says of where it comes from, which is mostly the same for all records of an event.</summary>
internal record struct RecordOrigin
{
    public Slice Region { get; set; }

    public Slice StreamArn { get; set; }

    /// <summary>Whether time to live removed the item.</summary>
    public bool IsExpiry { get; set; }

    /// <summary>Adds what another part of the record says.</summary>
    public void Add(in RecordOrigin other)
    {
        Region = other.Region.IsEmpty ? Region : other.Region;
        StreamArn = other.StreamArn.IsEmpty ? StreamArn : other.StreamArn;
        IsExpiry |= other.IsExpiry;
    }
}
