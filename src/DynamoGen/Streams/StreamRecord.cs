using DynamoGen.Serialization;

namespace DynamoGen.Streams;

/// <summary>One change of one item, as DynamoDB wrote it: a view of the event's bytes, which must not change while it is used.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">Record</see>.</remarks>
public readonly struct StreamRecord
{
    private readonly StreamChange _change;

    internal StreamRecord(ReadOnlyMemory<byte> source, in RecordParts parts, LearnedOrders? orders)
    {
        _change = new StreamChange(source, parts);
        Orders = orders;
    }

    /// <summary>What the stream tells of the change beside the item itself.</summary>
    public StreamChange Change => _change;

    /// <summary>The item's key: a JSON object of key attributes.</summary>
    public ReadOnlyMemory<byte> Keys => _change.Keys;

    /// <summary>The item after the change, as a JSON object of attributes; empty where it was removed or the stream's view does not carry it.</summary>
    public ReadOnlyMemory<byte> NewImage => _change.Parts.NewImage.Of(_change.Source);

    /// <summary>The item before the change, as a JSON object of attributes; empty where it is new or the stream's view does not carry it.</summary>
    public ReadOnlyMemory<byte> OldImage => _change.Parts.OldImage.Of(_change.Source);

    /// <summary>The region of the stream: of the client that read it, or else as the event names it, and empty where neither is known.</summary>
    internal string Region => ReadIn ?? _change.Region;

    /// <summary>The region of the client that read the record; null where an event brought it.</summary>
    internal string? ReadIn { get; init; }

    /// <summary>What was learned of the order of attributes in the records beside this one; null for nothing.</summary>
    internal LearnedOrders? Orders { get; }

    /// <summary>The whole record as JSON.</summary>
    public ReadOnlyMemory<byte> Json => _change.Parts.Whole.Of(_change.Source);
}
