using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Ledger;

/// <summary>Brings new items up to date with the old ones that the ledger names.</summary>
/// <remarks>
/// The old item is read after the entry. Every write of it changes the entry's mark, or takes the entry away, in its own transaction; so where the mark is
/// still the same when the new item is written, what was read is what stands there.
/// </remarks>
/// <param name="ledger">The ledger.</param>
/// <param name="forward">Turns an old item into a new one.</param>
internal sealed class Settlement(ILedger ledger, Func<Dictionary<string, AttributeValue>, Dictionary<string, AttributeValue>> forward)
{
    /// <summary>Brings an item up to date if the ledger names it.</summary>
    /// <returns>False where it cannot be copied, and the ledger goes on naming it.</returns>
    public async ValueTask<bool> SettleAsync(LedgerKey key, CancellationToken cancellationToken) =>
        await ledger.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } entry
        || await SettleAsync(entry, cancellationToken).ConfigureAwait(false);

    /// <summary>Brings the item of an entry up to date. Where another write has put another entry in its place meanwhile, it begins again with that.</summary>
    /// <returns>False where it cannot be copied, and the ledger goes on naming it.</returns>
    public async ValueTask<bool> SettleAsync(LedgerEntry entry, CancellationToken cancellationToken) =>
        await TryAsync(entry, cancellationToken).ConfigureAwait(false) ?? await SettleAsync(entry.Id, cancellationToken).ConfigureAwait(false);

    /// <returns>Null where the entry is another one by now, or gone.</returns>
    private async ValueTask<bool?> TryAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var source = await ledger.FindSourceAsync(entry.Source, cancellationToken).ConfigureAwait(false);
        Dictionary<string, AttributeValue>? target = null;
        if (source is not null)
        {
            try
            {
                target = forward(source);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await ledger.ExplainAsync(entry, FailureReason.Of(exception), cancellationToken).ConfigureAwait(false);
                return false;
            }
        }

        return await ledger.SettleAsync(entry, target, cancellationToken).ConfigureAwait(false) ? true : null;
    }
}
