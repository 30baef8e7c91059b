using DynamoGen.Regions.Writers;

namespace DynamoGen.Tests.Regions.Simulation;

/// <summary>
/// One schedule: regions that replicate late and not at all during partitions, processes that know the writer of long ago and whose requests arrive late,
/// failovers and failbacks also at the same time, and guards that stop and are told changes again.
/// </summary>
internal sealed class EpochSimulation
{
    public const string NoRegion = "none";

    private const int Items = 2;
    private const int Steps = 200;
    private const int Processes = 4;
    private const string Table = "orders";

    private static readonly string[] Names = ["us-east-1", "eu-west-1", "ap-southeast-1"];

    private readonly Random _random;
    private readonly Mutant _mutant;
    private readonly SimulatedRegion[] _regions;
    private readonly KnownWriters[] _processes = [.. Enumerable.Range(0, Processes).Select(static _ => new KnownWriters())];
    private readonly PriorityQueue<Action, (long Time, int Order)> _requests = new();
    private readonly List<(int From, int To, int Key, SimulatedItem Item)> _replicating = [];
    private readonly HashSet<(int One, int Other)> _partitions = [];
    private readonly List<(int Key, int Value, WriterEpoch Epoch)> _applied = [];
    private readonly List<WriterEpoch> _failovers = [];
    private readonly List<string> _trace = [];
    private long _now;
    private int _written;

    private EpochSimulation(int seed, Mutant mutant)
    {
        (_random, _mutant) = (new Random(seed), mutant);
        _regions = [.. Names.Select((name, index) => new SimulatedRegion(index, name, _random.Next(0, 40), mutant, Replicate))];
    }

    public static EpochRun Run(int seed, Mutant mutant = Mutant.None) => new EpochSimulation(seed, mutant).Run();

    private EpochRun Run()
    {
        for (var step = 0; step < Steps; step++)
        {
            _now += _random.Next(1, 6);
            while (_requests.TryPeek(out _, out var due) && due.Time <= _now)
            {
                _requests.Dequeue()();
            }

            Step();
        }

        Settle();
        return new EpochRun([.. Violations()], _trace, _applied.Count, _failovers.Count, _regions.Sum(region => region.PutBacks));
    }

    private void Step()
    {
        switch (_random.Next(100))
        {
            case < 40:
                Send(_random.Next(Processes));
                break;
            case < 58:
                DeliverOne();
                break;
            case < 68 when _regions[_random.Next(_regions.Length)] is { HasUnread: true } region:
                region.Guard(_now);
                break;
            case < 73:
                Learn(_processes[_random.Next(Processes)], _random.Next(_regions.Length));
                break;
            case < 79:
                FailOver(_random.Next(_regions.Length));
                break;
            case < 83:
                _partitions.Add(Pair(_random.Next(_regions.Length), _random.Next(_regions.Length)));
                break;
            case < 87:
                _partitions.Clear();
                break;
            default:
                _regions[_random.Next(_regions.Length)].RestartGuard(_random.Next(1, 12));
                break;
        }
    }

    /// <summary>A process decides by what it knows now; its request arrives sooner or later, some long after.</summary>
    private void Send(int process)
    {
        var writer = _processes[process].Find(Table) ?? new TableWriter(Names[0], WriterEpoch.First);
        var (key, value) = (_random.Next(Items), ++_written);
        var delay = _random.Next(10) < 6 ? _random.Next(3) : _random.Next(250);
        _requests.Enqueue(() => Arrive(key, value, writer), (_now + delay, value));
    }

    private void Arrive(int key, int value, TableWriter writer)
    {
        var region = _regions[Array.IndexOf(Names, writer.Region)];
        if (region.TryWrite(_now, key, value, writer.Epoch))
        {
            _applied.Add((key, value, writer.Epoch));
            _trace.Add($"{_now}: {value} of {key} in {writer.Region}, epoch {writer.Epoch}");
        }
    }

    /// <summary>An operator who sees some of the regions makes one of them the writer.</summary>
    private void FailOver(int target)
    {
        var seen = new KnownWriters();
        foreach (var region in _regions.Where(region => region.Index == target || _random.Next(2) == 0))
        {
            Learn(seen, region.Index);
        }

        var before = seen.Find(Table) ?? new TableWriter(Names[0], WriterEpoch.First);
        var epoch = before.Epoch.Next(_mutant == Mutant.EpochWithoutRegion ? NoRegion : Names[target]);
        if (before.Region != Names[target] && _regions[target].TryBecomeWriter(_now, epoch))
        {
            _failovers.Add(epoch);
            _trace.Add($"{_now}: writer {Names[target]}, epoch {epoch}");
        }
    }

    private void Learn(KnownWriters known, int region)
    {
        if (_regions[region].Find(SimulatedRegion.WriterKey) is { Epoch: { } epoch } writer)
        {
            known.Learn(Table, new TableWriter(Names[writer.Value], epoch));
        }
    }

    private void Replicate(SimulatedRegion from, int key, SimulatedItem item) =>
        _replicating.AddRange(_regions.Where(region => region != from).Select(region => (from.Index, region.Index, key, item)));

    /// <summary>Of all that is on its way, any one arrives next: replication keeps no order.</summary>
    private void DeliverOne()
    {
        var open = _replicating.FindAll(message => !_partitions.Contains(Pair(message.From, message.To)));
        if (open.Count > 0)
        {
            var message = open[_random.Next(open.Count)];
            _replicating.Remove(message);
            _regions[message.To].Receive(message.Key, message.Item);
        }
    }

    /// <summary>Partitions heal, late requests arrive, and everything is told to its end.</summary>
    private void Settle()
    {
        _partitions.Clear();
        while (_requests.TryDequeue(out var request, out _))
        {
            _now++;
            request();
        }

        while (_replicating.Count > 0 || _regions.Any(region => region.HasUnread))
        {
            _now++;
            DeliverOne();
            foreach (var region in _regions.Where(region => region.HasUnread && (_replicating.Count == 0 || _random.Next(2) == 0)))
            {
                region.Guard(_now);
            }
        }
    }

    private IEnumerable<string> Violations()
    {
        for (var key = SimulatedRegion.WriterKey; key < Items; key++)
        {
            var found = _regions.Select(region => region.Find(key)).Distinct().ToList();
            if (found.Count > 1)
            {
                yield return $"The regions differ in {key}: {string.Join(", ", found)}.";
            }
        }

        foreach (var writes in _applied.GroupBy(write => write.Key))
        {
            var newest = writes.Max(write => write.Epoch);
            var last = writes.Last(write => write.Epoch == newest);
            var item = _regions[0].Find(writes.Key)!;
            if (item.Epoch != newest)
            {
                yield return $"Of {writes.Key}, a write of epoch {item.Epoch} survived one of {newest}.";
            }
            else if (item.Value != last.Value)
            {
                yield return $"Of {writes.Key}, write {item.Value} survived {last.Value}, the last one of epoch {newest}.";
            }
        }

        if (_failovers.Count > 0 && _regions[0].Find(SimulatedRegion.WriterKey)!.Epoch != _failovers.Max())
        {
            yield return "The newest writer was forgotten.";
        }
    }

    private static (int One, int Other) Pair(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
}

/// <summary>What one schedule has shown.</summary>
internal sealed record EpochRun(IReadOnlyList<string> Violations, IReadOnlyList<string> Trace, int Writes, int Failovers, int PutBacks);
