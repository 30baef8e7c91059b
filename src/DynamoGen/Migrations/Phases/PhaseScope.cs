using System.ComponentModel;

namespace DynamoGen.Migrations.Phases;

/// <summary>An operation that was begun in one phase. The process acknowledges the next phase only when it is disposed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PhaseScope : IDisposable
{
    private readonly PhaseFollower _follower;
    private readonly PhaseEpoch _epoch;

    internal PhaseScope(PhaseFollower follower, PhaseEpoch epoch) => (_follower, _epoch) = (follower, epoch);

    /// <summary>The phase in which the operation began, and in which it ends.</summary>
    public MigrationPhase Phase => _epoch.State.Phase;

    /// <summary>Whether reads are answered from the new items.</summary>
    public bool ReadsTarget => _epoch.State.ReadsTarget;

    /// <summary>Whether reads are made of both, compared, and answered from the old items.</summary>
    public bool ReadsBoth => Phase == MigrationPhase.ShadowRead;

    /// <summary>Whether the old item alone is written, as without a migration.</summary>
    public bool WritesSourceAlone => Plan == WritePlan.Source;

    /// <summary>Whether the new item alone is written, as without a migration.</summary>
    public bool WritesTargetAlone => Plan == WritePlan.Target;

    internal MigrationState State => _epoch.State;

    internal WritePlan Plan => _epoch.State.Writes();

    /// <summary>Whether the item that is not written follows the one that is.</summary>
    internal bool Delivers => _epoch.State.Delivers;

    /// <summary>Refuses to go on where the process has stood still for too long since the operation began. Whatever waits before it sends must ask.</summary>
    /// <exception cref="PhaseUnknownException">The phase may be another one by now.</exception>
    internal void ThrowIfExpired() => _follower.ThrowIfExpired(_epoch);

    /// <summary>Ends the operation.</summary>
    public void Dispose() => _epoch?.Leave();
}
