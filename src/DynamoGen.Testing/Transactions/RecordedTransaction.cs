namespace DynamoGen.Testing;

/// <summary>A transaction that <see cref="RecordingTransactions"/> was given.</summary>
/// <param name="Name">The name that it was given, or else <c>ITransactions.Write</c> or <c>ITransactions.Read</c>.</param>
/// <param name="Actions">Its actions, in the order of their slots.</param>
/// <param name="IdempotencyToken">The caller's token; null where it gave none.</param>
/// <param name="Failure">What it was told to fail with; null where it succeeded.</param>
public sealed record RecordedTransaction(
    string Name, IReadOnlyList<RecordedAction> Actions, string? IdempotencyToken = null, Exception? Failure = null);
