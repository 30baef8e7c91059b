namespace DynamoGen;

/// <summary>How far a batch has come, as an <see cref="IProgress{T}"/> of it is told after each of its requests.</summary>
/// <param name="Taken">How many entries were taken from the caller's sequence; at most one request of them, and the one behind it, is not done.</param>
/// <param name="Done">How many of them were written, deleted or read, as the server confirmed; a key that is asked for again counts as done.</param>
public readonly record struct BatchProgress(int Taken, int Done);
