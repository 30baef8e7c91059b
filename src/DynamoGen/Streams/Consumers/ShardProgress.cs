using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Consumers;

/// <summary>How far the reading and handling of one shard is, for the metrics.</summary>
internal sealed class ShardProgress(string streamArn, string shardId, IShardProcessor processor)
{
    private long _behind = long.MinValue;

    public string StreamArn { get; } = streamArn;

    public string ShardId { get; } = shardId;

    /// <summary>The time of the oldest record that was taken and is not handled.</summary>
    public DateTimeOffset? OldestPending => processor.OldestPending;

    /// <summary>The time of the last record that was read; null where no newer one is known of.</summary>
    public DateTimeOffset? Behind
    {
        get => Volatile.Read(ref _behind) is var ticks && ticks == long.MinValue ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
        set => Volatile.Write(ref _behind, value?.UtcTicks ?? long.MinValue);
    }
}
