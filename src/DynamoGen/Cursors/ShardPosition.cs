namespace DynamoGen.Cursors;

/// <summary>How far one shard has been taken.</summary>
/// <param name="HasEnded">Nothing was left in it.</param>
/// <param name="StartKey">The key, as JSON, of what was taken last; null when nothing was.</param>
internal readonly record struct ShardPosition(bool HasEnded, byte[]? StartKey);
