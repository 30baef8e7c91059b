namespace DynamoGen.Streams.Shards;

/// <summary>A stream or a shard of it does not exist, or not any more: a shard is gone 24 hours after its last record.</summary>
/// <param name="message">What is missing.</param>
/// <param name="innerException">The refusal.</param>
public sealed class StreamNotFoundException(string message, Exception? innerException = null) : DynamoGenException(message, innerException);
