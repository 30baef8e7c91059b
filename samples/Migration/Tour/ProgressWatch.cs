using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;

namespace MovingOrders.Tour;

/// <summary>Reads several times a second how far the migration is, whoever moves it: the tour, or a verb in another terminal.</summary>
internal sealed class ProgressWatch(MigrationRunner runner)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>What was read last.</summary>
    public MigrationProgress Progress { get; private set; } = new(new MigrationState(runner.Migration.Name));

    /// <summary>Watches until it is stopped.</summary>
    /// <param name="changed">Is told each phase.</param>
    /// <param name="stopping">Stops it.</param>
    public async Task WatchAsync(Action<MigrationPhase> changed, CancellationToken stopping)
    {
        MigrationPhase? last = null;
        while (!stopping.IsCancellationRequested)
        {
            Progress = await runner.GetProgressAsync(CancellationToken.None);
            if (last != Progress.State.Phase)
            {
                changed(Progress.State.Phase);
                last = Progress.State.Phase;
            }

            await Task.Delay(Interval, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
