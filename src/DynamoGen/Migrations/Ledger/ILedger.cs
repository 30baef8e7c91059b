using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Ledger;

/// <summary>Which old items have changed since they may have been copied. All reads are of the newest state.</summary>
/// <remarks>A call that ends with an exception may have been applied, or may still be.</remarks>
internal interface ILedger
{
    /// <summary>A page of the entries of one partition.</summary>
    /// <param name="shard">The partition, from 0.</param>
    /// <param name="after">The item behind which the page begins; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    ValueTask<IReadOnlyList<LedgerEntry>> ListAsync(int shard, string? after, CancellationToken cancellationToken);

    /// <summary>One entry, or null.</summary>
    ValueTask<LedgerEntry?> FindAsync(LedgerKey key, CancellationToken cancellationToken);

    /// <summary>Writes an entry for an item that has none; another one is left.</summary>
    ValueTask AddAsync(LedgerEntry entry, CancellationToken cancellationToken);

    /// <summary>Writes why an item cannot be copied, if the entry's mark is still the same.</summary>
    ValueTask ExplainAsync(LedgerEntry entry, string reason, CancellationToken cancellationToken);

    /// <summary>The old item of a key, or null where there is none of the old entity.</summary>
    ValueTask<Dictionary<string, AttributeValue>?> FindSourceAsync(Dictionary<string, AttributeValue> key, CancellationToken cancellationToken);

    /// <summary>
    /// In one transaction, takes an entry away if its mark is still the same, and writes the new item, or deletes the one of the entry's key.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="target">The new item; null for none.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>False where the entry is another one by now, or gone; nothing was written then.</returns>
    ValueTask<bool> SettleAsync(LedgerEntry entry, Dictionary<string, AttributeValue>? target, CancellationToken cancellationToken);
}
