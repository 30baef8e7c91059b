using DynamoGen.Migrations;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>What is written, read and done in a phase.</summary>
internal sealed record PhaseGuide(MigrationPhase Phase, string Writes, string Reads, string Work)
{
    private static readonly PhaseGuide[] Together =
    [
        new(MigrationPhase.NotStarted, "old items", "old items", "nothing"),
        new(MigrationPhase.Expand, "old items and the ledger", "old items", "what an earlier attempt has copied is deleted"),
        new(MigrationPhase.Backfill, "old items and the ledger", "old items", "all old items are copied, in segments"),
        new(MigrationPhase.Drain, "old items and the ledger", "old items", "nothing; copies under way arrive or are given up"),
        new(MigrationPhase.Settle, "both", "old items", "what the ledger names is brought up to date"),
        new(MigrationPhase.Verify, "both", "old items", "all old and new items are compared"),
        new(MigrationPhase.ShadowRead, "both", "both, answered with old items", "what differs is counted"),
        new(MigrationPhase.Cutover, "both", "new items", "nothing; there is a way back"),
        new(MigrationPhase.Contract, "new items", "new items", "nothing; there is no way back"),
        new(MigrationPhase.Done, "new items", "new items", "the old items can go"),
    ];

    /// <param name="hasOutbox">Whether the one side follows the other by an outbox.</param>
    public static PhaseGuide[] Of(bool hasOutbox) => !hasOutbox ? Together : [.. Together.Select(static guide => guide.Phase switch
    {
        MigrationPhase.Settle or MigrationPhase.Verify or MigrationPhase.ShadowRead =>
            guide with { Writes = "old items and the ledger; new ones follow" },
        MigrationPhase.Cutover => guide with { Writes = "new items and the ledger; old ones follow" },
        _ => guide,
    })];
}
