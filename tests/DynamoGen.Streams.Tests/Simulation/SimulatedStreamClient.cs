using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>The stream as one process reaches it.</summary>
internal sealed class SimulatedStreamClient(SimulatedNetwork network, SimulatedStream stream) : IStreamClient
{
    public ValueTask<IReadOnlyList<TableStream>> ListStreamsAsync(string? tableName, CancellationToken cancellationToken = default) =>
        network.CallAsync<IReadOnlyList<TableStream>>(() => [new TableStream(SimulatedStream.Arn, "Items", "1")], cancellationToken);

    public ValueTask<StreamDescription> DescribeStreamAsync(string streamArn, string? childrenOf = null, CancellationToken cancellationToken = default) =>
        network.CallAsync(() => stream.Describe(childrenOf), cancellationToken);

    public ValueTask<string> GetShardIteratorAsync(
        string streamArn, string shardId, ShardStart start, CancellationToken cancellationToken = default) =>
        network.CallAsync(() => stream.Iterator(shardId, start), cancellationToken);

    public ValueTask<RecordPage> GetRecordsAsync(string iterator, int limit = 1000, CancellationToken cancellationToken = default) =>
        network.CallAsync(() => stream.Read(iterator), cancellationToken);
}
