namespace DynamoGen.Migrations.Runs;

/// <summary>What became of items that could not be copied and were tried again.</summary>
/// <param name="Copied">How many are brought up to date, and are in the ledger no more.</param>
/// <param name="Failed">How many cannot be copied still.</param>
public sealed record FailureRetry(long Copied, long Failed);
