namespace DynamoGen.Streams.Shards;

/// <summary>A stream and its shards.</summary>
/// <param name="IsOpen">Whether changes are still added; false where the stream is disabled or being disabled, and its shards can still be read.</param>
/// <param name="View">What its records carry.</param>
/// <param name="Shards">The shards, in the order of the answer.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamDescription.html">StreamDescription</see>.</remarks>
public sealed record StreamDescription(bool IsOpen, StreamView View, IReadOnlyList<ShardDescription> Shards);

/// <summary>One shard of a stream.</summary>
/// <param name="ShardId">Its identifier.</param>
/// <param name="ParentShardId">The shard that it continues; null for one of the first, also after that shard is gone.</param>
/// <param name="First">The sequence number at which it begins.</param>
/// <param name="Last">The sequence number with which it ends; null while it is open.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Shard.html">Shard</see>.</remarks>
public sealed record ShardDescription(string ShardId, string? ParentShardId, SequenceNumber? First, SequenceNumber? Last);
