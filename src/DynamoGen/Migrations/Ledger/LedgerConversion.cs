using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Ledger;

/// <summary>What becomes of what a ledger names.</summary>
/// <param name="Convert">Turns it into what follows; nothing into nothing.</param>
/// <param name="GroupOf">
/// The group's entry of an item that the ledger names alone, since it could not be read; null where each item stands for itself, or leads alone.
/// </param>
internal sealed record LedgerConversion(
    Func<IReadOnlyList<Dictionary<string, AttributeValue>>, IReadOnlyList<Dictionary<string, AttributeValue>>> Convert,
    Func<Dictionary<string, AttributeValue>, LedgerEntry>? GroupOf = null);
