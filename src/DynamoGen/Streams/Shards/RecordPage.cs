namespace DynamoGen.Streams.Shards;

/// <summary>What one read of a shard gave.</summary>
/// <param name="Records">The records, in the order of their sequence numbers; they stay valid, since the page's bytes are theirs alone.</param>
/// <param name="NextIterator">Where the shard goes on; null when it was closed and is read to its end.</param>
public sealed record RecordPage(IReadOnlyList<StreamRecord> Records, string? NextIterator);
