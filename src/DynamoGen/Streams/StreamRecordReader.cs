using DynamoGen.Serialization;

namespace DynamoGen.Streams;

/// <summary>
/// Reads records, as GetRecords answers them and as AWS Lambda hands them over: the two differ in the case of a few names. A record is not copied.
/// </summary>
internal static class StreamRecordReader
{
    private const string Expected = "a record of a change stream";

    /// <summary>The year 10000, in seconds since 1970.</summary>
    private const double EndOfTime = 253_402_300_800;

    /// <summary>Reads a record that stands alone.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, ref WireReader, ref RecordFrame, LearnedOrders?)"/>
    public static StreamRecord Read(ReadOnlyMemory<byte> source, ref WireReader reader)
    {
        var frame = default(RecordFrame);
        return Read(source, ref reader, ref frame, orders: null);
    }

    /// <summary>Reads the record at the reader's position.</summary>
    /// <param name="source">The event, from the reader's beginning.</param>
    /// <param name="reader">Stands before the record; afterwards behind it.</param>
    /// <param name="frame">What the records before taught of what stands between their values.</param>
    /// <param name="orders">What the records' readers learn of the order of attributes; null for nothing.</param>
    /// <exception cref="ItemFormatException">It is no record of a change stream of DynamoDB.</exception>
    public static StreamRecord Read(ReadOnlyMemory<byte> source, ref WireReader reader, ref RecordFrame frame, LearnedOrders? orders)
    {
        var start = reader.StartOfValue();
        var parts = default(RecordParts);
        var origin = default(RecordOrigin);
        ChangeKind? kind = null;
        reader.BeginObject();
        for (var member = Next(RecordMember.None, ref reader, ref frame, ref origin);
            member != RecordMember.End;
            member = Next(member, ref reader, ref frame, ref origin))
        {
            if (member == RecordMember.EventName)
            {
                kind = ReadKind(ref reader);
            }
            else
            {
                ReadValue(member, ref reader, ref parts);
            }
        }

        if (parts.Keys.IsEmpty || parts.SequenceNumber == default)
        {
            throw Malformed(parts.Keys.IsEmpty ? "none with Keys" : "none with a SequenceNumber");
        }

        parts.Kind = kind ?? KindOf(parts);
        parts.Origin = origin;
        parts.Whole = new Slice(start, reader.Position - start);
        return new StreamRecord(source, parts, orders);
    }

    private static void ReadValue(RecordMember member, ref WireReader reader, ref RecordParts parts)
    {
        switch (member)
        {
            case RecordMember.EventId:
                parts.EventId = SliceOf(ref reader);
                break;
            case RecordMember.Keys:
                parts.Keys = SliceOfObject(ref reader);
                break;
            case RecordMember.NewImage:
                parts.NewImage = SliceOfObject(ref reader);
                break;
            case RecordMember.OldImage:
                parts.OldImage = SliceOfObject(ref reader);
                break;
            case RecordMember.SequenceNumber:
                parts.SequenceNumber = ReadSequenceNumber(ref reader);
                break;
            case RecordMember.Time:
                parts.Seconds = reader.ReadJsonNumber() is >= 0 and < EndOfTime and var seconds ? seconds : throw Malformed("a time that is none");
                break;
            default:
                parts.SizeBytes = (long)reader.ReadJsonNumber();
                break;
        }
    }

    /// <summary>Goes to the next value that differs from record to record, or behind the record's end.</summary>
    private static RecordMember Next(RecordMember last, ref WireReader reader, ref RecordFrame frame, ref RecordOrigin origin)
    {
        if (frame.TryTake(last, ref reader, ref origin) is not RecordMember.None and var known)
        {
            return known;
        }

        var start = reader.Position;
        var said = default(RecordOrigin);
        var next = ReadUpToNext(ref reader, isInside: RecordFrame.LevelOf(last) > 1, ref said);
        frame.Keep(last, new Slice(start, reader.Position - start), next, said);
        origin.Add(said);
        return next;
    }

    private static RecordMember ReadUpToNext(ref WireReader reader, bool isInside, ref RecordOrigin origin)
    {
        while (true)
        {
            if (!reader.NextMember(out var name))
            {
                if (!isInside)
                {
                    return RecordMember.End;
                }

                isInside = false;
            }
            else if (!isInside && name.SequenceEqual("dynamodb"u8))
            {
                reader.BeginObject();
                isInside = true;
            }
            else if ((isInside ? ImageMember(name) : EventMember(name)) is not RecordMember.None and var member)
            {
                return member;
            }
            else if (isInside)
            {
                reader.SkipJson();
            }
            else
            {
                ReadOrigin(name, ref reader, ref origin);
            }
        }
    }

    private static RecordMember EventMember(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("eventID"u8) ? RecordMember.EventId
        : name.SequenceEqual("eventName"u8) ? RecordMember.EventName
        : RecordMember.None;

    private static RecordMember ImageMember(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("Keys"u8) ? RecordMember.Keys
        : name.SequenceEqual("NewImage"u8) ? RecordMember.NewImage
        : name.SequenceEqual("OldImage"u8) ? RecordMember.OldImage
        : name.SequenceEqual("SequenceNumber"u8) ? RecordMember.SequenceNumber
        : name.SequenceEqual("ApproximateCreationDateTime"u8) ? RecordMember.Time
        : name.SequenceEqual("SizeBytes"u8) ? RecordMember.SizeBytes
        : RecordMember.None;

    private static void ReadOrigin(ReadOnlySpan<byte> name, ref WireReader reader, ref RecordOrigin origin)
    {
        if (name.SequenceEqual("awsRegion"u8))
        {
            origin.Region = SliceOf(ref reader);
        }
        else if (name.SequenceEqual("eventSourceARN"u8))
        {
            origin.StreamArn = SliceOf(ref reader);
        }
        else if (name.SequenceEqual("userIdentity"u8))
        {
            origin.IsExpiry = IsTimeToLive(ref reader);
        }
        else
        {
            reader.SkipJson();
        }
    }

    private static SequenceNumber ReadSequenceNumber(ref WireReader reader) =>
        SequenceNumber.TryParse(reader.ReadText(), out var number) ? number : throw Malformed("a SequenceNumber that is none");

    /// <summary>DynamoDB Local has a name of its own for what time to live removes; the images tell the kind then.</summary>
    private static ChangeKind? ReadKind(ref WireReader reader)
    {
        var name = reader.ReadText();
        return name.SequenceEqual("INSERT"u8) ? ChangeKind.Inserted
            : name.SequenceEqual("MODIFY"u8) ? ChangeKind.Modified
            : name.SequenceEqual("REMOVE"u8) ? ChangeKind.Removed
            : null;
    }

    private static ChangeKind KindOf(RecordParts parts) =>
        parts.NewImage.IsEmpty ? ChangeKind.Removed : parts.OldImage.IsEmpty ? ChangeKind.Inserted : ChangeKind.Modified;

    /// <summary>GetRecords writes the two names with capitals, AWS Lambda without.</summary>
    private static bool IsTimeToLive(ref WireReader reader)
    {
        var isService = false;
        var isDynamoDb = false;
        if (reader.TryReadJsonNull())
        {
            return false;
        }

        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8) || name.SequenceEqual("Type"u8))
            {
                isService = reader.ReadText().SequenceEqual("Service"u8);
            }
            else if (name.SequenceEqual("principalId"u8) || name.SequenceEqual("PrincipalId"u8))
            {
                isDynamoDb = reader.ReadText().SequenceEqual("dynamodb.amazonaws.com"u8);
            }
            else
            {
                reader.SkipJson();
            }
        }

        return isService && isDynamoDb;
    }

    private static Slice SliceOf(ref WireReader reader)
    {
        var start = reader.StartOfValue();
        reader.SkipJson();
        return new Slice(start, reader.Position - start);
    }

    private static Slice SliceOfObject(ref WireReader reader)
    {
        var start = reader.StartOfValue();
        reader.SkipObject();
        return new Slice(start, reader.Position - start);
    }

    private static ItemFormatException Malformed(string found) => new(null, null, Expected, found);
}
