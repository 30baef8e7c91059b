using DynamoGen.Migrations.Phases;

namespace DynamoGen.Migrations.Sessions;

/// <summary>The parts of the transaction that writes an item.</summary>
[Flags]
internal enum WriteParts
{
    /// <summary>The old item.</summary>
    Source = 1,

    /// <summary>The new item.</summary>
    Target = 2,

    /// <summary>The ledger names the item that is written from now on.</summary>
    Touch = 4,

    /// <summary>The ledger goes on naming the item, if it does.</summary>
    TouchAgain = 8,

    /// <summary>Only if the ledger does not name the item.</summary>
    Check = 16,
}

/// <summary>Writes an item as a phase wants it, where one write is not enough.</summary>
internal static class DualWrite
{
    /// <param name="scope">The write, as it was begun.</param>
    /// <param name="settle">Brings the new item up to date with what the ledger names; false where it cannot be copied.</param>
    /// <param name="send">
    /// Writes the parts in one transaction, of the old items or of the new ones alone where they lie apart; false where what is asked of the ledger does not
    /// hold, and nothing was written.
    /// </param>
    public static async ValueTask RunAsync(PhaseScope scope, Func<ValueTask<bool>> settle, Func<WriteParts, ValueTask<bool>> send)
    {
        switch (scope.Plan)
        {
            case WritePlan.SourceAndLedger:
                await SendAsync(WriteParts.Source | WriteParts.Touch).ConfigureAwait(false);
                break;
            case WritePlan.TargetAndLedger:
                await SendAsync(WriteParts.Target | WriteParts.Touch).ConfigureAwait(false);
                break;
            case WritePlan.BothIfSettled:
                // Until the ledger does not name the item, the new one may be older than the old one: neither its condition nor an update of it would mean
                // anything. Where it cannot be copied, the old one is written alone, and stays in the ledger.
                while (!await SendAsync(await settle().ConfigureAwait(false)
                    ? WriteParts.Source | WriteParts.Target | WriteParts.Check
                    : WriteParts.Source | WriteParts.TouchAgain).ConfigureAwait(false))
                {
                }

                break;
            case WritePlan.Both:
                await SendAsync(WriteParts.Source | WriteParts.Target).ConfigureAwait(false);
                break;
            default:
                throw new InvalidOperationException($"In {scope.Phase}, one item alone is written.");
        }

        ValueTask<bool> SendAsync(WriteParts parts)
        {
            scope.ThrowIfExpired();
            return send(parts);
        }
    }
}
