using DynamoGen.Streams.Consumers;
using Microsoft.Extensions.Logging.Abstractions;

namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>One run: some workers read a stream to its end while they crash, halt and lose answers.</summary>
internal sealed class StreamSimulation
{
    private const int Items = 8;
    private static readonly TimeSpan Most = TimeSpan.FromHours(2);

    private readonly Mutant _mutant;
    private readonly VirtualScheduler _scheduler;
    private readonly SimulatedStream _stream;
    private readonly SimulatedLeaseTable _table;
    private readonly FencedEffects _effects;
    private readonly List<SimulatedProcessor> _processors = [];
    private readonly List<(SimulatedProcess Process, CancellationTokenSource Stop, Task Run)> _workers = [];
    private readonly List<string> _violations = [];
    private readonly HashSet<string> _begun = [];
    private readonly StreamStart _start;
    private readonly double _lost;
    private readonly bool _trims;
    private int _names;

    private StreamSimulation(int seed, Mutant mutant)
    {
        _mutant = mutant;
        _scheduler = new VirtualScheduler(seed);
        _trims = seed % 10 == 7 && mutant == Mutant.None;
        _start = seed % 10 == 3 ? StreamStart.Latest : StreamStart.TrimHorizon;
        _lost = seed % 3 == 0 ? 0.05 : 0.005;
        _stream = new SimulatedStream(_scheduler, TimeSpan.FromSeconds(_trims ? 45 : 400), mutant);
        _table = new SimulatedLeaseTable(_scheduler, mutant);
        _effects = new FencedEffects(_scheduler, mutant);
    }

    public int Effects => Enumerable.Range(0, Items).Sum(item => _effects.Of(item).Count);

    public int Refused => _effects.Refused;

    public IReadOnlyList<string> Trace => _scheduler.Trace;

    /// <summary>What is wrong; nothing where all holds.</summary>
    public IReadOnlyList<string> Violations => _violations;

    public static StreamSimulation Run(int seed, Mutant mutant = Mutant.None)
    {
        var simulation = new StreamSimulation(seed, mutant);
        simulation.Run();
        return simulation;
    }

    private void Run()
    {
        var roots = _scheduler.Random.Next(1, 4);
        for (var root = 0; root < roots; root++)
        {
            // The parents of some first shards are gone long since.
            _stream.Open(_scheduler.Chance(0.5) ? ["shard-gone"] : [], [.. Enumerable.Range(0, Items).Where(item => item % roots == root)]);
        }

        _ = WriteAsync();
        _ = DisturbAsync();
        StartWorker();
        for (var more = _scheduler.Random.Next(0, 3); more > 0; more--)
        {
            StartWorker();
        }

        if (!_scheduler.Run(() => _stream.IsGone && _table.Count == 0, Most))
        {
            _violations.Add($"The run does not end: leases of {string.Join(", ", _table.List())}.");
        }

        _workers.ForEach(static worker => worker.Stop.Cancel());
        if (!_scheduler.Run(() => _workers.TrueForAll(static worker => worker.Process.IsCrashed || worker.Run.IsCompleted), Most * 2))
        {
            _violations.Add("A worker does not stop.");
        }

        _violations.AddRange(_workers.Where(static worker => worker.Run.IsFaulted).Select(static worker => worker.Run.Exception!.ToString()));
        CheckEffects();
        if (_scheduler.Escape is { } escape)
        {
            _violations.Insert(0, $"The thread was left: {escape}");
        }
    }

    private void CheckEffects()
    {
        foreach (var changes in _stream.Changes.GroupBy(static change => change.Item))
        {
            var expected = changes.Select(static change => change.Number).Order().ToList();
            var actual = _effects.Of(changes.Key);
            if (!actual.SequenceEqual(actual.Distinct().Order()))
            {
                _violations.Add($"The effects of item {changes.Key} are out of order or doubled: {string.Join(' ', actual)}.");
            }

            // A first shard that is begun at LATEST, or trimmed, may lack what was written before.
            var required = changes.Where(IsRequired).Select(static change => change.Number);
            if (!_trims && required.Except(actual).ToList() is { Count: > 0 } missing)
            {
                _violations.Add($"Changes of item {changes.Key} are lost: {string.Join(' ', missing)}.");
            }

            if (actual.Except(expected).Any())
            {
                _violations.Add($"Item {changes.Key} has effects of no change.");
            }
        }
    }

    private bool IsRequired(SimulatedChange change) => _start == StreamStart.TrimHorizon || _begun.Contains(change.ShardId);

    private async Task WriteAsync()
    {
        for (var left = _scheduler.Random.Next(60, 140); left > 0; left--)
        {
            await _scheduler.DelayAsync(_scheduler.World, _scheduler.Milliseconds(20, 1200)).ConfigureAwait(false);
            _stream.Write(_scheduler.Random.Next(Items));
            if (_scheduler.Chance(0.08))
            {
                Reshard();
            }
        }

        _stream.CloseAll();
    }

    private void Reshard()
    {
        var known = _stream.Shards.Count;
        _stream.Reshard();

        // A child of a shard that has had a lease is read from its oldest record, whatever the consumer began with.
        foreach (var child in _stream.Shards.Skip(known)
            .Where(child => child.Parents.All(parent => _begun.Contains(parent) || _table.Find(parent) is not null)))
        {
            _begun.Add(child.Id);
        }
    }

    private async Task DisturbAsync()
    {
        while (!_stream.IsClosed || _scheduler.Chance(0.6))
        {
            await _scheduler.DelayAsync(_scheduler.World, _scheduler.Milliseconds(1000, 15_000)).ConfigureAwait(false);
            var alive = _workers.FindAll(static worker => !worker.Process.IsCrashed && !worker.Stop.IsCancellationRequested);
            var victim = alive[_scheduler.Random.Next(alive.Count)];
            switch (_scheduler.Random.Next(5))
            {
                case 0:
                    _scheduler.Note($"crash {victim.Process.Name}");
                    victim.Process.IsCrashed = true;
                    StartWorker();
                    break;
                case 1:
                    _scheduler.Note($"stop {victim.Process.Name}");
                    victim.Stop.Cancel();
                    StartWorker();
                    break;
                case 2 or 3:
                    victim.Process.HaltedUntil = Math.Max(
                        victim.Process.HaltedUntil, _scheduler.Now + _scheduler.Milliseconds(500, 40_000).Ticks);
                    _scheduler.Note($"halt {victim.Process.Name}");
                    break;
                default:
                    if (alive.Count < 4)
                    {
                        StartWorker();
                    }

                    break;
            }
        }
    }

    private void StartWorker()
    {
        var process = new SimulatedProcess($"worker-{_names++}");
        var clock = new VirtualTimeProvider(
            _scheduler, process, _scheduler.Milliseconds(-3_600_000, 3_600_000), 0.97 + (_scheduler.Random.NextDouble() * 0.06));
        var network = new SimulatedNetwork(_scheduler, process, _lost);
        var telemetry = new StreamConsumerTelemetry(null, clock, NullLogger.Instance);
        var coordinator = new LeaseCoordinator(
            SimulatedStream.Arn,
            new SimulatedStreamClient(network, _stream),
            new SimulatedLeaseStore(network, _table),
            (_, shardId, lost) => Process(network, shardId, lost),
            Options(process.Name),
            telemetry,
            clock);
        var stop = new CancellationTokenSource();
        var run = new TaskCompletionSource<Task>();
        _workers.Add((process, stop, run.Task.Unwrap()));
        _scheduler.Schedule(process, _scheduler.Milliseconds(0, 5000), () => run.SetResult(coordinator.RunAsync(stop.Token)));
    }

    private StreamConsumerOptions Options(string worker) => new()
    {
        WorkerId = worker,
        Start = _start,
        StopAfter = TimeSpan.FromSeconds(_mutant == Mutant.OwnerStopsTooLate ? 30 : 7),
        DiscoveryInterval = TimeSpan.FromSeconds(20),
        IteratorAge = TimeSpan.FromSeconds(40),
    };

    private void CheckTaking(SimulatedProcessor processor)
    {
        if (processor.IsActive && _table.Ended.Contains(processor.ShardId))
        {
            _violations.Add($"{processor.ShardId} is read again after its end.");
        }
    }

    private SimulatedProcessor Process(SimulatedNetwork network, string shardId, CancellationToken lost)
    {
        _scheduler.Note($"begin {shardId} {network.Process.Name}");
        _processors.RemoveAll(static processor => processor.Process.IsCrashed);
        if (_processors.Exists(processor => processor.ShardId == shardId && processor.IsActive))
        {
            _violations.Add($"{shardId} is handled by two workers.");
        }

        var begun = new SimulatedProcessor(network, _effects, shardId, lost, _mutant) { Taking = CheckTaking };
        _processors.Add(begun);
        return begun;
    }
}
