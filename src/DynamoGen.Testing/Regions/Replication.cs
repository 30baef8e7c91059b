namespace DynamoGen.Testing;

/// <summary>Carries changes from each region to the others, in turns in which no write of the application runs.</summary>
internal sealed class Replication
{
    private readonly RegionGate _gate;
    private readonly IReadOnlyList<SimulatedRegion> _regions;
    private readonly Random _random;
    private readonly Lock _logLock = new();
    private readonly List<ReplicatedChange> _log = [];
    private long _lastNumber;

    public Replication(RegionGate gate, IReadOnlyList<SimulatedRegion> regions, int seed)
    {
        (_gate, _regions, _random) = (gate, regions, new Random(seed));
        Links = [.. regions.SelectMany(origin => regions.Where(other => other != origin).Select(destination => new RegionLink(origin, destination)))];
    }

    /// <summary>The ways from each region to each other one.</summary>
    public IReadOnlyList<RegionLink> Links { get; }

    /// <summary>What has arrived, in its order.</summary>
    public IReadOnlyList<ReplicatedChange> Log
    {
        get
        {
            lock (_logLock)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>Lets changes arrive that were made before the call.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends it between two turns.</param>
    /// <returns>How many arrived.</returns>
    public async Task<int> RunAsync(int most, CancellationToken cancellationToken)
    {
        long? last = null;
        var arrived = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _gate.EnterTurnAsync().ConfigureAwait(false);
            try
            {
                await ReadAsync().ConfigureAwait(false);
                var count = await TurnAsync(last ??= _lastNumber, most - arrived).ConfigureAwait(false);
                arrived += count;
                if (count == 0 || arrived == most)
                {
                    return arrived;
                }
            }
            finally
            {
                _gate.ExitTurn();
            }
        }
    }

    /// <summary>Runs something while no write of the application and no turn runs.</summary>
    public async Task AloneAsync(Func<Task> run)
    {
        await _gate.EnterTurnAsync().ConfigureAwait(false);
        try
        {
            await run().ConfigureAwait(false);
        }
        finally
        {
            _gate.ExitTurn();
        }
    }

    /// <summary>Deletes in one region what has expired there.</summary>
    /// <param name="region">The region.</param>
    /// <returns>How many items.</returns>
    public async Task<int> ExpireAsync(SimulatedRegion region)
    {
        var expired = 0;
        await AloneAsync(async () =>
        {
            await ReadAsync().ConfigureAwait(false);
            var changes = await region.ExpireAsync(NextNumber).ConfigureAwait(false);
            Add(region, changes);
            expired = changes.Count;
        }).ConfigureAwait(false);
        return expired;
    }

    private async Task ReadAsync()
    {
        foreach (var region in _regions)
        {
            Add(region, await region.ReadChangesAsync(NextNumber).ConfigureAwait(false));
        }
    }

    private long NextNumber() => ++_lastNumber;

    private void Add(SimulatedRegion origin, List<RegionChange> changes)
    {
        foreach (var link in Links.Where(link => link.Origin == origin))
        {
            changes.ForEach(link.Add);
        }
    }

    /// <summary>Lets one change of each item arrive on each way, in any order.</summary>
    private async Task<int> TurnAsync(long last, int most)
    {
        var arriving = Links.SelectMany(link => link.Arriving(last).Select(change => (Link: link, Change: change))).ToArray();
        _random.Shuffle(arriving);
        var taken = arriving.Take(most).ToList();
        foreach (var region in _regions)
        {
            await ArriveAsync(region, taken.Where(arrival => arrival.Link.Destination == region)).ConfigureAwait(false);
        }

        return taken.Count;
    }

    private async Task ArriveAsync(SimulatedRegion destination, IEnumerable<(RegionLink Link, RegionChange Change)> arrivals)
    {
        var batch = new Dictionary<ReplicatedItem, RegionChange>();
        var hasWritten = false;
        foreach (var (link, change) in arrivals)
        {
            var isApplied = destination.Accepts(change);
            link.Remove(change);
            Note(link, change, isApplied);
            if (!isApplied)
            {
                continue;
            }

            if (batch.Count == RegionDatabase.BatchSize || batch.ContainsKey(change.Item))
            {
                await destination.Database.WriteAsync([.. batch.Values]).ConfigureAwait(false);
                batch.Clear();
            }

            batch.Add(change.Item, change);
            hasWritten = true;
        }

        if (hasWritten)
        {
            await destination.Database.WriteAsync([.. batch.Values]).ConfigureAwait(false);
            await destination.SkipOwnChangesAsync().ConfigureAwait(false);
        }
    }

    private void Note(RegionLink link, RegionChange change, bool isApplied)
    {
        var entry = new ReplicatedChange(
            change.Item.Table, change.Item.Key, link.Origin.Name, link.Destination.Name,
            new DateTimeOffset(change.Version.Time, TimeSpan.Zero), change.IsDeletion, isApplied);
        lock (_logLock)
        {
            _log.Add(entry);
        }
    }
}
