using System.Globalization;
using System.Text;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>Handles a shard's records by one lane for each item, each record by an effect that takes time.</summary>
internal sealed class SimulatedProcessor(
    SimulatedNetwork network, FencedEffects effects, string shardId, CancellationToken leaseLost, Mutant mutant) : IShardProcessor
{
    private const int Room = 8;

    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(leaseLost);
    private readonly List<(SequenceNumber Number, bool IsHandled)> _taken = [];
    private readonly Dictionary<string, Task> _lanes = [];
    private SequenceNumber? _completed;

    public required Action<SimulatedProcessor> Taking { get; init; }

    public string ShardId => shardId;

    public SimulatedProcess Process => network.Process;

    /// <summary>Whether it may still bring about effects, as far as its own process can know.</summary>
    public bool IsActive => !_ended.IsCancellationRequested && !Process.IsCrashed && Process.HaltedUntil < network.Scheduler.Now;

    public SequenceNumber? Completed => mutant == Mutant.CheckpointOfTaken && _taken.Count > 0 ? _taken[^1].Number : _completed;

    public DateTimeOffset? OldestPending => null;

    public async ValueTask TakeAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
    {
        Taking(this);
        foreach (var record in records)
        {
            var key = Encoding.UTF8.GetString(record.Keys.Span);
            var item = int.Parse(key.Split('"')[^2], CultureInfo.InvariantCulture);
            var place = _taken.Count;
            _taken.Add((record.Change.SequenceNumber, false));
            _lanes[key] = HandleAsync(_lanes.GetValueOrDefault(key) ?? Task.CompletedTask, item, place);
        }

        while (_taken.Count(static record => !record.IsHandled) > Room)
        {
            await network.Scheduler.DelayAsync(Process, TimeSpan.FromMilliseconds(50), cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    public async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        while (mutant != Mutant.CheckpointBeforeDrain && _taken.Exists(static record => !record.IsHandled))
        {
            await network.Scheduler.DelayAsync(Process, TimeSpan.FromMilliseconds(20), cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    public ValueTask DisposeAsync()
    {
        _ended.Cancel();
        return ValueTask.CompletedTask;
    }

    private async Task HandleAsync(Task before, int item, int place)
    {
        await before.ConfigureAwait(false);
        var number = long.Parse(_taken[place].Number.ToString(), CultureInfo.InvariantCulture);
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                await network.Scheduler.DelayAsync(Process, network.Scheduler.Milliseconds(1, 300), _ended.Token).ConfigureAwait(false);
                await network.CallAsync(() => effects.Apply(item, number, Process.Name), _ended.Token).ConfigureAwait(false);
                _taken[place] = (_taken[place].Number, true);
                _completed = _taken.TakeWhile(static record => record.IsHandled).Select(static record => (SequenceNumber?)record.Number).LastOrDefault();
                return;
            }
            catch (IOException)
            {
                // It is tried again until it succeeds; the fence refuses it where it had been applied.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
