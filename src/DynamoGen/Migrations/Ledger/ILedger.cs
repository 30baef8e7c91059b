using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Ledger;

/// <summary>
/// Which items have changed since they may have been copied: old ones, whose new ones follow them; behind cut-over with an outbox, new ones, whose old ones
/// follow. All reads are of the newest state.
/// </summary>
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

    /// <summary>How often the item that follows was written, where it lies elsewhere; it has not changed as long as this has not.</summary>
    ValueTask<long> CountDeliveriesAsync(LedgerKey key, CancellationToken cancellationToken);

    /// <summary>What an entry names.</summary>
    ValueTask<NamedItems> FindSourceAsync(LedgerEntry entry, CancellationToken cancellationToken);

    /// <summary>Takes an entry away if its mark is still the same, and writes what follows, and deletes what stands there of the entry beside it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="source">What it names, as it was read after the entry.</param>
    /// <param name="targets">The items that follow.</param>
    /// <param name="throwIfExpired">Is asked before anything is sent: refuses where the others may have taken this process for dead.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>False where the entry is another one by now, or gone, or another process was faster; it must be looked at again.</returns>
    ValueTask<bool> SettleAsync(
        LedgerEntry entry,
        NamedItems source,
        IReadOnlyList<Dictionary<string, AttributeValue>> targets,
        Action throwIfExpired,
        CancellationToken cancellationToken);
}
