namespace DynamoGen.Migrations.Runs;

/// <summary>An old item that could not be copied, as the ledger names it: without a value of the item.</summary>
/// <param name="KeyHash">A hash of the old item's key, 32 hexadecimal digits: the same for the same item.</param>
/// <param name="Reason">The exception's type, with its message only where that is known to hold no value.</param>
/// <param name="Since">When it was first found, by the clock of the process that found it; null where that was not kept.</param>
public sealed record MigrationFailure(string KeyHash, string Reason, DateTimeOffset? Since);
