namespace DynamoGen.Streams;

/// <summary>The members of a record whose values differ from record to record.</summary>
internal enum RecordMember
{
    /// <summary>The record's beginning.</summary>
    None,
    EventId,
    EventName,
    Time,
    Keys,
    NewImage,
    OldImage,
    SequenceNumber,
    SizeBytes,

    /// <summary>The record's end.</summary>
    End,
}
