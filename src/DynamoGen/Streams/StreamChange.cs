using System.Diagnostics.CodeAnalysis;
using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Streams;

/// <summary>What the stream tells of a change beside the item itself.</summary>
/// <remarks>
/// It is a view of the event's bytes, which makes texts when they are asked for. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">Record</see>.
/// </remarks>
public readonly struct StreamChange
{
    private readonly ReadOnlyMemory<byte> _source;
    private readonly RecordParts _parts;

    internal StreamChange(ReadOnlyMemory<byte> source, in RecordParts parts)
    {
        _source = source;
        _parts = parts;
    }

    /// <summary>What happened to the item.</summary>
    public ChangeKind Kind => _parts.Kind;

    /// <summary>Who removed the item; <see cref="RemovalCause.Program"/> also where it was not removed.</summary>
    public RemovalCause RemovalCause => _parts.Origin.IsExpiry ? RemovalCause.TimeToLive : RemovalCause.Program;

    /// <summary>The place of the change in its shard.</summary>
    public SequenceNumber SequenceNumber => _parts.SequenceNumber;

    /// <summary>The item's key: a JSON object of key attributes.</summary>
    public ReadOnlyMemory<byte> Keys => _parts.Keys.Of(_source);

    /// <summary>The identifier of the event, which its repetitions have too; empty where it has none.</summary>
    public string EventId => Text(_parts.EventId);

    /// <summary>When the change was made, to the second in AWS Lambda's events and to the minute on DynamoDB Local.</summary>
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddSeconds(_parts.Seconds);

    /// <summary>The region of the stream, such as <c>eu-west-1</c>; empty where the event names none.</summary>
    public string Region => Text(_parts.Origin.Region);

    /// <summary>The ARN of the stream as AWS Lambda's events name it; empty where the event names none.</summary>
    public string StreamArn => Text(_parts.Origin.StreamArn);

    /// <summary>
    /// Whether the handler that asks made the change itself, so that it need not answer it with another: by the mark that generated writes leave in items
    /// (<see cref="EntityAttribute{TTable}.MarksWrites"/>). False for what has no mark, such as a deletion, and outside of a handler.
    /// </summary>
    public bool IsOwn => !_parts.NewImage.IsEmpty && WriteOrigin.Current != 0 && HasOwnMark(_parts.NewImage.Of(_source).Span);

    /// <summary>The size of the key and the images together, in bytes as DynamoDB counts them.</summary>
    public long SizeBytes => _parts.SizeBytes;

    [UnscopedRef]
    internal ref readonly RecordParts Parts => ref _parts;

    internal ReadOnlyMemory<byte> Source => _source;

    private static bool HasOwnMark(ReadOnlySpan<byte> image)
    {
        var reader = new WireReader(image);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("_w"u8))
            {
                return reader.ReadAttributeValue().B is { } mark && WriteOrigin.IsOwn(mark.ToArray());
            }

            reader.SkipJson();
        }

        return false;
    }

    private string Text(Slice slice) =>
        slice.IsEmpty ? string.Empty : Encoding.UTF8.GetString(new WireReader(slice.Of(_source).Span).ReadText());
}
