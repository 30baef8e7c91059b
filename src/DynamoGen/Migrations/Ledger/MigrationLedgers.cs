using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Ledger;

/// <summary>The ledgers of a migration: of the old items, and of the new ones where old ones follow them from another account or region.</summary>
/// <param name="forth">The ledger of the old items.</param>
/// <param name="forward">Turns an old item into a new one.</param>
/// <param name="back">The ledger of the new items; null where there is none.</param>
/// <param name="backward">Turns a new item into an old one.</param>
internal sealed class MigrationLedgers(
    ILedger forth,
    Func<Dictionary<string, AttributeValue>, Dictionary<string, AttributeValue>> forward,
    ILedger? back,
    Func<Dictionary<string, AttributeValue>, Dictionary<string, AttributeValue>> backward)
{
    private readonly Settlement _forward = new(forth, forward);
    private readonly Settlement _backward = new(back ?? forth, backward);

    /// <summary>Whether the items lie in two accounts or regions.</summary>
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
