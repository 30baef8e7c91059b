namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>A shard with its records.</summary>
internal sealed record SimulatedShard(string Id, IReadOnlyList<string> Parents, IReadOnlyList<int> Items, long Opened)
{
    public List<SimulatedChange> Changes { get; } = [];

    public long? Closed { get; set; }
}

/// <summary>A change of an item.</summary>
internal sealed record SimulatedChange(long Number, int Item, long Written, string ShardId);
