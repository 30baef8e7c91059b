using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Consumers;

/// <summary>Makes what handles one shard for as long as this worker has its lease.</summary>
/// <param name="streamArn">The stream.</param>
/// <param name="shardId">The shard.</param>
/// <param name="leaseLost">Cancelled when the lease is lost or about to be: nothing may be handled any more.</param>
internal delegate IShardProcessor ShardProcessorFactory(string streamArn, string shardId, CancellationToken leaseLost);
