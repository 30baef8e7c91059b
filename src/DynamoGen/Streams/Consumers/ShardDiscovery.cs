using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Consumers;

/// <summary>What is known of a stream's shards: a full description from time to time, and the children of each shard that ends.</summary>
internal sealed class ShardDiscovery(
    string streamArn, IStreamClient client, StreamConsumerOptions options, StreamConsumerTelemetry telemetry, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly HashSet<ShardDescription> _shards = [];
    private long? _described;

    /// <summary>The shards; one that was merged from several stands here once for each parent.</summary>
    public IReadOnlyList<ShardDescription> Shards
    {
        get
        {
            lock (_lock)
            {
                return [.. _shards];
            }
        }
    }

    /// <summary>When the description that is known was asked for; null before the first.</summary>
    public long? Described => _described;

    /// <summary>Whether the stream must be described again.</summary>
    public bool IsDue => _described is not { } described || timeProvider.GetElapsedTime(described) >= options.DiscoveryInterval;

    /// <summary>Describes the whole stream. One that is gone has no shards.</summary>
    public async Task DescribeAsync(CancellationToken cancellationToken)
    {
        var asked = timeProvider.GetTimestamp();
        var shards = await DescribeAsync(null, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _shards.Clear();
            _shards.UnionWith(shards);
        }

        _described = asked;
    }

    /// <summary>Asks for the children of a shard that ended. The next full description finds them where this fails or comes too early.</summary>
    public async Task<IReadOnlyList<string>> ChildrenOfAsync(string shardId, CancellationToken cancellationToken)
    {
        try
        {
            var children = await DescribeAsync(shardId, cancellationToken).ConfigureAwait(false);
            lock (_lock)
            {
                _shards.UnionWith(children);
            }

            return [.. children.Where(child => child.ParentShardId == shardId).Select(static child => child.ShardId).Distinct()];
        }
        catch (Exception exception)
        {
            telemetry.Failed(streamArn, "describe", exception);
            return [];
        }
    }

    private async Task<IReadOnlyList<ShardDescription>> DescribeAsync(string? childrenOf, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.DescribeStreamAsync(streamArn, childrenOf, cancellationToken).ConfigureAwait(false)).Shards;
        }
        catch (StreamNotFoundException)
        {
            return [];
        }
    }
}
