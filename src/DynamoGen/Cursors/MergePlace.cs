namespace DynamoGen.Cursors;

/// <summary>A place in the merged order of all shards of a key: by sort key, and by shard where sort keys are equal.</summary>
/// <param name="SortKey">The sort key as bytes that sort as its values do; empty where there is none.</param>
/// <param name="Shard">The shard's number.</param>
internal readonly record struct MergePlace(byte[] SortKey, int Shard);
