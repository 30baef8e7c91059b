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
/// <param name="conversion">What becomes of what it names.</param>
internal sealed class Settlement(ILedger ledger, LedgerConversion conversion)
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
        var groups = Array.Empty<LedgerEntry>();
        IReadOnlyList<Dictionary<string, AttributeValue>> targets = [];
        try
        {
            if (conversion.GroupOf is { } groupOf && entry.Condition is null)
            {
                groups = [.. source.Items.Select(groupOf)];
            }
            else
            {
                targets = conversion.Convert(source.Items);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await ledger.ExplainAsync(entry, FailureReason.Of(exception), cancellationToken).ConfigureAwait(false);
            return false;
        }

        // An item that can be read by now is named by its group, which takes the place of its own entry.
        var areSettled = true;
        foreach (var group in groups)
        {
            await ledger.AddAsync(group, cancellationToken).ConfigureAwait(false);
            areSettled &= await SettleAsync(group.Id, throwIfExpired, cancellationToken).ConfigureAwait(false);
        }

        return await ledger.SettleAsync(entry, source, targets, throwIfExpired, cancellationToken).ConfigureAwait(false) ? areSettled : null;
    }
}
