namespace DynamoGen.Streams;

/// <summary>Who removed an item.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html">DynamoDB Streams and time to live</see>.
/// In a global table only the stream of the region where the item expired tells that it did; the others show the removal as one by a program.
/// </remarks>
public enum RemovalCause
{
    /// <summary>A program deleted it, or put an item of another entity in its place.</summary>
    Program,

    /// <summary>Its time to live had passed.</summary>
    TimeToLive,
}
