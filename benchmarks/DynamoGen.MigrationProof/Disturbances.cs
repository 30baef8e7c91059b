using DynamoGen.Migrations;

namespace DynamoGen.MigrationProof;

/// <summary>What is done to a migration under way.</summary>
internal enum Disturbance
{
    /// <summary>One worker is killed.</summary>
    KillOne,

    /// <summary>All workers are killed.</summary>
    KillAll,

    /// <summary>The server is killed and started again.</summary>
    Restart,
}

/// <summary>
/// When a migration is disturbed: at random moments, of which most are in the backfill. A moment is a phase's number, and in the backfill the share of the
/// items that are copied beside it; so it does not matter how fast the machine is.
/// </summary>
internal sealed class Disturbances
{
    private const int BackfillTenths = 7;

    private readonly Queue<(double Moment, Disturbance What)> _left;

    public Disturbances(ProofSize size, Random random)
    {
        var kills = Enumerable.Repeat(Disturbance.KillOne, size.Kills).Append(Disturbance.KillAll);
        var kinds = kills.Concat(Enumerable.Repeat(Disturbance.Restart, size.Restarts));
        _left = new(kinds.Select((kind, index) => (Moment(index, random), kind)).OrderBy(planned => planned.Item1));
    }

    public int Left => _left.Count;

    /// <summary>The next one whose moment has come, or null.</summary>
    public Disturbance? Next(MigrationPhase phase, double copied)
    {
        var now = (int)phase + (phase == MigrationPhase.Backfill ? Math.Min(copied, 0.99) : 0);
        return _left.TryPeek(out var next) && next.Moment <= now ? _left.Dequeue().What : null;
    }

    private static double Moment(int index, Random random) => index % 10 < BackfillTenths
        ? (int)MigrationPhase.Backfill + 0.02 + (0.9 * random.NextDouble())
        : random.Next((int)MigrationPhase.Expand, (int)MigrationPhase.ShadowRead);
}
