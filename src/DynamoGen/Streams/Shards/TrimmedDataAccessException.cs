namespace DynamoGen.Streams.Shards;

/// <summary>The records that were asked for are older than 24 hours and lost.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="innerException">The refusal.</param>
public sealed class TrimmedDataAccessException(string message, Exception? innerException = null) : DynamoGenException(message, innerException);
