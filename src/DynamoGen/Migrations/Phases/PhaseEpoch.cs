namespace DynamoGen.Migrations.Phases;

/// <summary>The operations that a process began in one state of a migration.</summary>
internal sealed class PhaseEpoch(MigrationState state)
{
    private int _operations;

    public MigrationState State { get; } = state;

    /// <summary>Whether the process was taken for dead since: what is still under way must not go on.</summary>
    public bool IsAbandoned { get; set; }

    /// <summary>Whether none of them is under way.</summary>
    public bool IsDrained => Volatile.Read(ref _operations) == 0;

    public void Enter() => Interlocked.Increment(ref _operations);

    public void Leave() => Interlocked.Decrement(ref _operations);
}
