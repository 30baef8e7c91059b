namespace DynamoGen.Streams.Failures;

/// <summary>A record that a handler could not handle, put aside with the reason.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Record">The record.</param>
/// <param name="Reason">The exception of the last attempt.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="FailedAt">When it was put aside.</param>
public sealed record FailedRecord(string Handler, StreamRecord Record, Exception Reason, int Attempts, DateTimeOffset FailedAt);
