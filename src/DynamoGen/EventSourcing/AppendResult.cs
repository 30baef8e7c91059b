namespace DynamoGen.EventSourcing;

/// <summary>Where appended events are in their stream.</summary>
/// <param name="FirstVersion">The version of the first one.</param>
/// <param name="LastVersion">The version of the last one; the stream's version, unless another append followed.</param>
/// <param name="WasRepeated">Whether they were there before this call, or before its last attempt; nothing was written twice.</param>
public readonly record struct AppendResult(long FirstVersion, long LastVersion, bool WasRepeated);
