namespace DynamoGen.Testing;

/// <summary>A batch that <see cref="RecordingBatches"/> was given.</summary>
/// <param name="Name">The name that it was given, or else <c>IBatches.Write</c> or <c>IBatches.Read</c>.</param>
/// <param name="Writes">What it puts and deletes, in the order of its sequence; none for one that reads.</param>
/// <param name="Reads">What it reads, in its order; none for one that writes.</param>
/// <param name="Failure">What it was told to fail with; null where it succeeded.</param>
public sealed record RecordedBatch(
    string Name, IReadOnlyList<RecordedWrite> Writes, IReadOnlyList<RecordedAction> Reads, Exception? Failure = null);
