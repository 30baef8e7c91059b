using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Ledger;

/// <summary>
/// Brings items up to date with those that the ledger names: new ones with old ones, or behind cut-over with an outbox, old ones with new ones.
/// </summary>
/// <remarks>
/// The named item is read after the entry. Every write of it changes the entry's mark, or takes the entry away, in its own transaction; so where the mark is
/// still the same when the entry is taken away, what was read is what stands there.
/// </remarks>
/// <param name="ledger">The ledger.</param>
/// <param name="convert">Turns an item that the ledger names into the one that follows.</param>
internal sealed class Settlement(ILedger ledger, Func<Dictionary<string, AttributeValue>, Dictionary<string, AttributeValue>> convert)
{
    /// <summary>Brings an item up to date if the ledger names it.</summary>
    /// <param name="key">The item's place in the ledger.</param>
    /// <param name="throwIfExpired">Is asked before anything is sent: refuses where the others may have taken this process for dead.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where it cannot be copied, and the ledger goes on naming it.</returns>
    public async ValueTask<bool> SettleAsync(LedgerKey key, Action throwIfExpired, CancellationToken cancellationToken) =>
        await ledger.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } entry
        || await SettleAsync(entry, throwIfExpired, cancellationToken).ConfigureAwait(false);

    /// <summary>Brings the item of an entry up to date. Where another write has put another entry in its place meanwhile, it begins again with that.</summary>
    /// <returns>False where it cannot be copied, and the ledger goes on naming it.</returns>
    public async ValueTask<bool> SettleAsync(LedgerEntry entry, Action throwIfExpired, CancellationToken cancellationToken) =>
        await TryAsync(entry, throwIfExpired, cancellationToken).ConfigureAwait(false)
        ?? await SettleAsync(entry.Id, throwIfExpired, cancellationToken).ConfigureAwait(false);

    /// <returns>Null where the entry is another one by now, or gone, or another process was faster.</returns>
    private async ValueTask<bool?> TryAsync(LedgerEntry entry, Action throwIfExpired, CancellationToken cancellationToken)
    {
        var source = await ledger.FindSourceAsync(entry, cancellationToken).ConfigureAwait(false);
        Dictionary<string, AttributeValue>? target = null;
        if (source.Item is { } item)
        {
            try
            {
                target = convert(item);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await ledger.ExplainAsync(entry, FailureReason.Of(exception), cancellationToken).ConfigureAwait(false);
                return false;
            }
        }

        return await ledger.SettleAsync(entry, source, target, throwIfExpired, cancellationToken).ConfigureAwait(false) ? true : null;
    }
}
