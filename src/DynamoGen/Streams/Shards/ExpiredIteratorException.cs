namespace DynamoGen.Streams.Shards;

/// <summary>An iterator is older than 15 minutes; another one goes on behind the last record that was read.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="innerException">The refusal.</param>
public sealed class ExpiredIteratorException(string message, Exception? innerException = null) : DynamoGenException(message, innerException);
