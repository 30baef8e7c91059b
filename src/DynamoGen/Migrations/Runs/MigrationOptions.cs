using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Migrations.Verification;

namespace DynamoGen.Migrations.Runs;

/// <summary>How a process takes part in a migration.</summary>
public sealed class MigrationOptions
{
    /// <summary>
    /// The name of the client that reaches the new items where they lie in another account or region than the old ones; empty for the client without a name.
    /// By default null: one client reaches both. It must be the same in every process.
    /// </summary>
    public string? TargetClient { get; set; }

    /// <summary>
    /// How often each process looks for items that others are to follow, in another account or region or where one stands for several, and do not yet: what
    /// its writers have delivered is not among them. One look takes 32 queries. Default 30 seconds.
    /// </summary>
    public TimeSpan DeliveryInterval { get; set; } = TimeSpan.FromSeconds(30);

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
        if (DeliveryInterval <= TimeSpan.Zero)
        {
            throw new ArgumentException("The interval of deliveries must be positive.", nameof(DeliveryInterval));
        }

        Phases.Validate();
        Backfill.Validate();
        Verification.Validate();
        ShadowReads.Validate();
    }
}
