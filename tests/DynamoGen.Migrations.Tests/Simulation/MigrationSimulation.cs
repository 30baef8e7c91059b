using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Streams.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>
/// One run: an application of some processes writes and reads, others migrate, an operator goes back and forth, and all of them crash, halt and lose answers.
/// In every other three, the old and the new items lie in two places.
/// </summary>
internal sealed class MigrationSimulation
{
    private static readonly TimeSpan Most = TimeSpan.FromHours(12);
    private static readonly TimeSpan Writing = TimeSpan.FromMinutes(20);

    private readonly Mutant _mutant;
    private readonly VirtualScheduler _scheduler;
    private readonly MigratedWorld _world;
    private readonly SimulatedFleet _fleet;
    private readonly List<SimulatedProcess> _clients = [];
    private readonly List<SimulatedProcess> _runners = [];
    private int _names;
    private int _rollbacks;
    private int _compared;

    private MigrationSimulation(int seed, Mutant mutant)
    {
        _mutant = mutant;
        _scheduler = new VirtualScheduler(seed);
        _world = new MigratedWorld(_scheduler, mutant, hasOutbox: seed / 3 % 2 == 1);
        _fleet = new SimulatedFleet(_scheduler, _world, mutant, isReversible: seed % 4 != 1, lost: seed % 3 == 0 ? 0.03 : 0.003);
        _rollbacks = _scheduler.Random.Next(0, 4);
    }

    public IReadOnlyList<string> Violations => _world.Violations;

    public IReadOnlyList<string> Trace => _scheduler.Trace;

    public int Writes => _world.Writes;

    /// <summary>How many comparisons came to their end, beside those of the phase that is for them.</summary>
    public int Compared => _compared;

    public int Transitions => (int)_world.State.Version;

    public static MigrationSimulation Run(int seed, Mutant mutant = Mutant.None)
    {
        var simulation = new MigrationSimulation(seed, mutant);
        simulation.Run();
        return simulation;
    }

    private bool IsWriting => _scheduler.Now < Writing.Ticks || _world.State.Phase < MigrationPhase.Cutover;

    private void Run()
    {
        for (var key = 0; key < MigratedWorld.Keys; key++)
        {
            if (_scheduler.Chance(0.7))
            {
                _world.Write(0, key, _ => _scheduler.Random.Next(1, 1000), WriteParts.Source);
            }
        }

        for (var count = _scheduler.Random.Next(1, 4); count > 0; count--)
        {
            StartClient();
        }

        for (var count = _scheduler.Random.Next(1, 3); count > 0; count--)
        {
            StartRunner();
        }

        _ = DisturbAsync();
        _ = OperateAsync();
        _ = CompareAsync();
        if (!_scheduler.Run(() => _world.State.Phase == MigrationPhase.Done || _world.Violations.Count > 0, Most))
        {
            _world.Violations.Add($"The migration does not end, and stands in {_world.State}.");
        }

        CheckEnd();
        if (_scheduler.Escape is { } escape)
        {
            _world.Violations.Insert(0, $"The thread was left: {escape}");
        }
    }

    private void CheckEnd()
    {
        foreach (var (key, expected) in _world.Expected)
        {
            var actual = _world.Target.TryGetValue(key, out var value) ? value : (long?)null;
            if (actual != -expected)
            {
                _world.Violations.Add($"At the end, the new item {key} is {actual}, and not {-expected}.");
            }
        }
    }

    /// <summary>A process of the application: it follows the phase and writes.</summary>
    private void StartClient()
    {
        var (process, network, parts) = _fleet.Start($"client-{_names++}", options =>
            options.Phases.Lease = _mutant == Mutant.LeaseThatNeverEnds ? TimeSpan.FromHours(1) : options.Phases.Lease);
        _clients.Add(process);
        _scheduler.Schedule(process, _scheduler.Milliseconds(0, 3000), () =>
        {
            _ = parts.Follower.RunAsync(CancellationToken.None);
            var writer = new SimulatedWriter(_scheduler, _world, network, parts);
            _ = writer.RunAsync(() => IsWriting);
            _ = new SimulatedWriter(_scheduler, _world, network, parts).RunAsync(() => IsWriting);
            if (_world.HasOutbox)
            {
                _ = writer.SweepAsync();
            }
        });
    }

    /// <summary>A process that migrates.</summary>
    private void StartRunner()
    {
        var (process, _, parts) = _fleet.Start($"runner-{_names++}", options =>
        {
            if (_mutant == Mutant.TakenForDeadTooEarly)
            {
                options.Phases.Drain = TimeSpan.Zero;
                options.Phases.Lease = TimeSpan.FromSeconds(2);
            }
        });
        _runners.Add(process);
        _scheduler.Schedule(process, _scheduler.Milliseconds(0, 30_000), () => _ = MigrateAsync(process, parts));
    }

    private async Task MigrateAsync(SimulatedProcess process, MigrationParts parts)
    {
        while (true)
        {
            try
            {
                var until = IsWriting || _rollbacks > 0 ? MigrationPhase.Cutover : MigrationPhase.Done;
                await new MigrationRunner(parts).RunAsync(until, CancellationToken.None).ConfigureAwait(false);
            }
            catch (MigrationStoppedException stopped)
            {
                // The operator runs it again; but what agrees at every moment must not be told to differ.
                if (stopped.Message.Contains("differ", StringComparison.Ordinal))
                {
                    _world.Violations.Add(stopped.Message);
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidOperationException)
            {
                // The operator runs it again.
            }

            await _scheduler.DelayAsync(process, TimeSpan.FromSeconds(20)).ConfigureAwait(false);
        }
    }

    /// <summary>The operator goes back some times, from wherever the migration is.</summary>
    private async Task OperateAsync()
    {
        var (process, _, parts) = _fleet.Start("operator");
        while (_rollbacks > 0)
        {
            await _scheduler.DelayAsync(process, _scheduler.Milliseconds(10_000, 180_000)).ConfigureAwait(false);
            var isStopped = _scheduler.Chance(0.5);
            if (isStopped)
            {
                // The operator stops whatever migrates, and goes all the way back.
                _runners.ForEach(static runner => runner.IsCrashed = true);
            }
            else
            {
                // The operator goes back in the middle of the settlement.
                while (_world.State.Phase < MigrationPhase.Settle)
                {
                    await _scheduler.DelayAsync(process, TimeSpan.FromMilliseconds(200)).ConfigureAwait(false);
                }
            }

            for (var steps = isStopped ? 9 : _scheduler.Random.Next(1, 4); steps > 0; steps--)
            {
                try
                {
                    await new MigrationRunner(parts).RollBackAsync(CancellationToken.None).ConfigureAwait(false);
                }
                catch (Exception exception) when (exception is IOException or InvalidOperationException)
                {
                    // The beginning, the point of no return, or a lost answer.
                }
            }

            _rollbacks--;
            if (isStopped)
            {
                await _scheduler.DelayAsync(process, _scheduler.Milliseconds(0, 30_000)).ConfigureAwait(false);
                StartRunner();
            }
        }
    }

    /// <summary>Somebody compares the items from time to time, in whatever phase.</summary>
    private async Task CompareAsync()
    {
        var (process, _, parts) = _fleet.Start("auditor");
        while (_world.State.Phase != MigrationPhase.Done)
        {
            await _scheduler.DelayAsync(process, _scheduler.Milliseconds(500, 30_000)).ConfigureAwait(false);
            try
            {
                var found = await new MigrationRunner(parts).VerifyAsync(CancellationToken.None).ConfigureAwait(false);
                _compared++;
                if (found is { Agrees: false, Phase: not MigrationPhase.Settle })
                {
                    _world.Violations.Add($"In {found.Phase}, a comparison told {found}.");
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidOperationException)
            {
                // Another phase, or a lost answer.
            }
        }
    }

    private async Task DisturbAsync()
    {
        while (_world.State.Phase != MigrationPhase.Done)
        {
            await _scheduler.DelayAsync(_scheduler.World, _scheduler.Milliseconds(3_000, 40_000)).ConfigureAwait(false);
            var (group, start) = _scheduler.Chance(0.5) ? (_clients, (Action)StartClient) : (_runners, StartRunner);
            var alive = group.FindAll(static process => !process.IsCrashed);
            if (alive.Count == 0)
            {
                continue;
            }

            var victim = alive[_scheduler.Random.Next(alive.Count)];
            switch (_scheduler.Random.Next(6))
            {
                case 0:
                    _scheduler.Note($"crash {victim.Name}");
                    victim.IsCrashed = true;
                    start();
                    break;
                case 1 or 2:
                    _scheduler.Note($"halt {victim.Name}");
                    victim.HaltedUntil = Math.Max(victim.HaltedUntil, _scheduler.Now + _scheduler.Milliseconds(500, 60_000).Ticks);
                    break;
                case 3 when alive.Count < 4:
                    start();
                    break;
                default:
                    break;
            }
        }
    }
}
