using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Migrations.Verification;

namespace DynamoGen.Migrations.Runs;

/// <summary>How a process takes part in a migration.</summary>
public sealed class MigrationOptions
{
    /// <summary>How the phase is followed; the same in every process.</summary>
    public PhaseOptions Phases { get; } = new();

    /// <summary>How items are copied, where this process copies.</summary>
    public BackfillOptions Backfill { get; } = new();

    /// <summary>How old and new items are compared, where this process compares.</summary>
    public VerificationOptions Verification { get; } = new();

    /// <summary>What the shadow reads must come to before the migration goes on from them, where this process runs it.</summary>
    public ShadowReadOptions ShadowReads { get; } = new();

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One of them means nothing.</exception>
    internal void Validate()
    {
        Phases.Validate();
        Backfill.Validate();
        Verification.Validate();
        ShadowReads.Validate();
    }
}
