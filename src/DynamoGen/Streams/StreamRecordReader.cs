using DynamoGen.Serialization;

namespace DynamoGen.Streams;

/// <summary>
/// Reads records, as GetRecords answers them and as AWS Lambda hands them over: the two differ in the case of a few names. A record is not copied.
/// </summary>
internal static class StreamRecordReader
{
    private const string Expected = "a record of a change stream";

    /// <summary>Reads the record at the reader's position.</summary>
    /// <param name="source">The event, from the reader's beginning.</param>
    /// <param name="reader">Stands before the record; afterwards behind it.</param>
    /// <param name="orders">What the records' readers learn of the order of attributes; null for nothing.</param>
    /// <exception cref="ItemFormatException">It is no record of a change stream of DynamoDB.</exception>
    public static StreamRecord Read(ReadOnlyMemory<byte> source, ref WireReader reader, LearnedOrders? orders = null)
    {
        var start = reader.StartOfValue();
        var parts = default(RecordParts);
        ChangeKind? kind = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("dynamodb"u8))
            {
                ReadImages(ref reader, ref parts);
            }
            else if (name.SequenceEqual("eventName"u8))
            {
                kind = ReadKind(ref reader);
            }
            else if (name.SequenceEqual("eventID"u8))
            {
                parts.EventId = SliceOf(ref reader);
            }
            else if (name.SequenceEqual("awsRegion"u8))
            {
                parts.Region = SliceOf(ref reader);
            }
            else if (name.SequenceEqual("eventSourceARN"u8))
            {
                parts.StreamArn = SliceOf(ref reader);
            }
            else if (name.SequenceEqual("userIdentity"u8))
            {
                parts.IsExpiry = IsTimeToLive(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        if (parts.Keys.IsEmpty || parts.SequenceNumber == default)
        {
            throw Malformed(parts.Keys.IsEmpty ? "none with Keys" : "none with a SequenceNumber");
        }

        parts.Kind = kind ?? KindOf(parts);
        parts.Whole = new Slice(start, reader.Position - start);
        return new StreamRecord(source, parts, orders);
    }

    private static void ReadImages(ref WireReader reader, ref RecordParts parts)
    {
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Keys"u8))
            {
                parts.Keys = SliceOfObject(ref reader);
            }
            else if (name.SequenceEqual("NewImage"u8))
            {
                parts.NewImage = SliceOfObject(ref reader);
            }
            else if (name.SequenceEqual("OldImage"u8))
            {
                parts.OldImage = SliceOfObject(ref reader);
            }
            else if (name.SequenceEqual("SequenceNumber"u8))
            {
                parts.SequenceNumber = ReadSequenceNumber(ref reader);
            }
            else if (name.SequenceEqual("ApproximateCreationDateTime"u8))
            {
                parts.Time = DateTimeOffset.UnixEpoch.AddSeconds(reader.ReadJsonNumber());
            }
            else if (name.SequenceEqual("SizeBytes"u8))
            {
                parts.SizeBytes = (long)reader.ReadJsonNumber();
            }
            else
            {
                reader.SkipJson();
            }
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
