using DynamoGen.Cursors;

namespace DynamoGen.Calls.Shards;

/// <summary>An item of one shard's answer, with the key by which the answer is gone on from behind it.</summary>
internal readonly record struct ShardItem<TEntity>(TEntity Entity, ItemPosition Key);
