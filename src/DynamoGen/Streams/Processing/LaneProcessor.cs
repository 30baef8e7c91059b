using System.Diagnostics.CodeAnalysis;
using DynamoGen.ItemKeys;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Processing;

/// <summary>
/// Handles the records of a shard in lanes: one for each item, whose changes keep their order, and several lanes at once. A record that fails stops its
/// lane only.
/// </summary>
/// <param name="handling">Handles one record.</param>
/// <param name="concurrency">How many lanes are at work at once; with one, all records are of one lane.</param>
/// <param name="maxPending">The most records that are taken before the oldest of them is handled.</param>
/// <param name="stopped">Stops the lanes where they are, such as when the shard's lease is lost.</param>
internal sealed class LaneProcessor(RecordHandling handling, int concurrency, int maxPending, CancellationToken stopped = default) : IShardProcessor
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly Queue<Lane> _ready = new();
    private readonly Queue<Entry> _pending = new();
    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(stopped);
    private readonly List<TaskCompletionSource> _waiting = [];
    private int _running;
    private SequenceNumber? _completed;

    /// <inheritdoc/>
    public SequenceNumber? Completed
    {
        get
        {
            // A number is larger than what is read at once, and half of it would be another checkpoint.
            lock (_gate)
            {
                return _completed;
            }
        }
    }

    /// <inheritdoc/>
    public DateTimeOffset? OldestPending
    {
        get
        {
            lock (_gate)
            {
                return _pending.TryPeek(out var oldest) ? oldest.Record.Change.Time : null;
            }
        }
    }

    /// <summary>The first record that is not handled, by its place in the shard; null when all are.</summary>
    public SequenceNumber? FirstPending
    {
        get
        {
            lock (_gate)
            {
                return _pending.TryPeek(out var oldest) ? oldest.Record.Change.SequenceNumber : null;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask TakeAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (_pending.Count >= maxPending)
            {
                Start();
                await UntilAsync(() => HasRoom, cancellationToken).ConfigureAwait(false);
            }

            Add(records[i]);
        }

        Start();
    }

    /// <inheritdoc/>
    public ValueTask DrainAsync(CancellationToken cancellationToken) => UntilAsync(() => IsIdle, cancellationToken);

    /// <summary>Stops the lanes where they are. What is not handled counts as not taken.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping.Cancel();
        await UntilAsync(() => _running == 0, CancellationToken.None).ConfigureAwait(false);
        _stopping.Dispose();
    }

    /// <summary>Where nothing is at work, waiting would make no room.</summary>
    private bool HasRoom => _pending.Count < maxPending || IsIdle;

    /// <summary>Whether nothing is left that could be handled: what stands behind a record that was given up cannot.</summary>
    private bool IsIdle => _running == 0 && _ready.Count == 0;

    /// <summary>Waits until a condition holds, which is looked at under the gate.</summary>
    private async ValueTask UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource change;
            lock (_gate)
            {
                if (condition())
                {
                    return;
                }

                change = new TaskCompletionSource();
                _waiting.Add(change);
            }

            await change.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Add(StreamRecord record)
    {
        var key = concurrency == 1 ? string.Empty : KeyText.Read(record.Keys.Span);
        lock (_gate)
        {
            var entry = new Entry(record);
            _pending.Enqueue(entry);
            if (!_lanes.TryGetValue(key, out var lane))
            {
                _lanes[key] = lane = new Lane(key);
            }

            lane.Entries.Enqueue(entry);
            if (!lane.IsReady && !lane.IsStopped)
            {
                lane.IsReady = true;
                _ready.Enqueue(lane);
            }
        }
    }

    /// <summary>Starts lanes as far as there is room; each goes on by itself until no lane is ready.</summary>
    private void Start()
    {
        while (TryTakeLane(out var lane))
        {
            _ = RunAsync(lane);
        }
    }

    private bool TryTakeLane([NotNullWhen(true)] out Lane? lane)
    {
        lock (_gate)
        {
            lane = null;
            if (_running >= concurrency || _stopping.IsCancellationRequested || !_ready.TryDequeue(out lane))
            {
                return false;
            }

            _running++;
            return true;
        }
    }

    /// <summary>Handles the first record of one lane, then of the next that is ready, so that no lane keeps the others waiting.</summary>
    private async Task RunAsync(Lane lane)
    {
        handling.Enter();
        for (var next = lane; next is not null; next = Next())
        {
            var entry = next.Entries.Peek();
            try
            {
                var failure = await handling.HandleAsync(entry.Record, _stopping.Token).ConfigureAwait(false);
                Finish(next, entry, isGivenUp: failure is not null);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                Stop();
                return;
            }
        }

        Changed();
    }

    /// <summary>
    /// The next lane that is ready. Where there is none, the run ends under the same gate, so that a lane that gets ready then starts another.
    /// </summary>
    private Lane? Next()
    {
        lock (_gate)
        {
            if (!_stopping.IsCancellationRequested && _ready.TryDequeue(out var lane))
            {
                return lane;
            }

            _running--;
            return null;
        }
    }

    private void Finish(Lane lane, Entry entry, bool isGivenUp)
    {
        lock (_gate)
        {
            lane.IsReady = false;
            if (isGivenUp)
            {
                lane.IsStopped = true;
            }
            else
            {
                entry.IsDone = true;
                lane.Entries.Dequeue();
                Continue(lane);
                Advance();
            }
        }

        Changed();
    }

    private void Continue(Lane lane)
    {
        if (lane.Entries.Count > 0)
        {
            lane.IsReady = true;
            _ready.Enqueue(lane);
        }
        else
        {
            _lanes.Remove(lane.Key);
        }
    }

    /// <summary>Everything up to the first record that is not done is completed.</summary>
    private void Advance()
    {
        while (_pending.TryPeek(out var oldest) && oldest.IsDone)
        {
            _completed = oldest.Record.Change.SequenceNumber;
            _pending.Dequeue();
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _running--;
        }

        Changed();
    }

    private void Changed()
    {
        TaskCompletionSource[] waiting;
        lock (_gate)
        {
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var change in waiting)
        {
            change.TrySetResult();
        }
    }

    private sealed class Lane(string key)
    {
        public string Key => key;

        public Queue<Entry> Entries { get; } = new();

        /// <summary>Whether it is at work or waits for its turn.</summary>
        public bool IsReady { get; set; }

        /// <summary>Whether its first record was given up.</summary>
        public bool IsStopped { get; set; }
    }

    private sealed class Entry(StreamRecord record)
    {
        public StreamRecord Record => record;

        public bool IsDone { get; set; }
    }
}
