namespace DynamoGen.Migrations.Ledger;

/// <summary>
/// The ledgers of a migration: of the old items, and of the new ones where old ones follow them that are not written together with them.
/// </summary>
/// <param name="forth">The ledger of the old items.</param>
/// <param name="forward">What becomes of old items.</param>
/// <param name="back">The ledger of the new items; null where there is none.</param>
/// <param name="backward">What becomes of new items.</param>
internal sealed class MigrationLedgers(ILedger forth, LedgerConversion forward, ILedger? back, LedgerConversion backward)
{
    private readonly Settlement _forward = new(forth, forward);
    private readonly Settlement _backward = new(back ?? forth, backward);

    /// <summary>Whether the one side follows the other by an outbox.</summary>
    public bool HasOutbox => back is not null;

    /// <summary>The ledger of the old items.</summary>
    public ILedger Forth => forth;

    /// <summary>All of them.</summary>
    public IEnumerable<ILedger> All => back is null ? [forth] : [forth, back];

    /// <summary>The ledger of the items that lead in a state.</summary>
    public ILedger Of(MigrationState state) => LeadsBack(state) ? back! : forth;

    /// <summary>What brings others up to date with the items that lead in a state.</summary>
    public Settlement SettlementOf(MigrationState state) => LeadsBack(state) ? _backward : _forward;

    private bool LeadsBack(MigrationState state) => HasOutbox && state.Phase == MigrationPhase.Cutover;
}
