namespace DynamoGen.Streams.Consumers;

/// <summary>A shard of which records were lost before they were read.</summary>
/// <param name="StreamArn">The stream.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="LastRead">The last record that was read; null for none.</param>
/// <param name="IsGone">Whether the whole shard is gone.</param>
public sealed record TrimmedShard(string StreamArn, string ShardId, SequenceNumber? LastRead, bool IsGone);
