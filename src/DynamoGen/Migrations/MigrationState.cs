namespace DynamoGen.Migrations;

/// <summary>The state of a migration as it is stored, which all processes share and change by compare-and-swap.</summary>
/// <param name="Migration">The migration's name.</param>
public sealed record MigrationState(string Migration)
{
    /// <summary>The phase.</summary>
    public MigrationPhase Phase { get; init; }

    /// <summary>Grows by one with every transition; 0 for a migration that was never begun.</summary>
    public long Version { get; init; }

    /// <summary>
    /// Whether writes are refused for a moment: where the items are not written together, nobody may write while readers change from the one to the other.
    /// </summary>
    public bool WritesPaused { get; init; }

    /// <summary>
    /// Whether one side is written with its entry in the ledger, and the other one follows: the items lie in two accounts or regions, or one stands for
    /// several. It is the same from the beginning to the end.
    /// </summary>
    public bool HasOutbox { get; init; }

    /// <summary>Whether the items lie in two accounts or regions. It is the same from the beginning to the end.</summary>
    public bool LieApart { get; init; }

    /// <summary>How often the migration was begun: what an earlier attempt has left at the target is removed before the next one copies.</summary>
    public int Attempt { get; init; }

    /// <summary>When the phase began, by the clock of the process that began it.</summary>
    public DateTimeOffset Since { get; init; }

    internal Placement Placement => new(HasOutbox, LieApart);

    /// <summary>Whether reads are answered from the new items.</summary>
    internal bool ReadsTarget => Phase >= MigrationPhase.Cutover;

    /// <summary>Whether items follow those that the ledger names, one by one; they may not, as long as copies that are late could undo it.</summary>
    internal bool Delivers => HasOutbox && Phase is >= MigrationPhase.Settle and <= MigrationPhase.Cutover;

    /// <summary>The state that follows this one.</summary>
    internal MigrationState Next(MigrationPhase phase, DateTimeOffset now, bool writesPaused = false) => this with
    {
        Phase = phase,
        Version = Version + 1,
        WritesPaused = writesPaused,
        Attempt = phase == MigrationPhase.Expand && Phase == MigrationPhase.NotStarted ? Attempt + 1 : Attempt,
        Since = now,
    };
}
