namespace DynamoGen.Testing;

/// <summary>The writes that the application sends to one region: when each of them was, which stands nowhere in the items.</summary>
/// <param name="gate">Keeps writes and replication apart.</param>
/// <param name="clock">The region's clock.</param>
/// <param name="tables">The replicated tables by name.</param>
internal sealed class RegionWrites(RegionGate gate, RegionClock clock, IReadOnlyDictionary<string, ReplicaTable> tables)
{
    private readonly Lock _lock = new();
    private Dictionary<ReplicatedItem, List<WriteTime>> _times = [];

    /// <summary>The time of a write whose own time is not known.</summary>
    public WriteTime Now => new(clock.GetUtcNow().UtcTicks, clock.True.GetUtcNow().UtcTicks);

    /// <summary>Sends a request, and remembers the time of what it wrote.</summary>
    public async Task<HttpResponseMessage> SendAsync(string operation, byte[] body, Func<Task<HttpResponseMessage>> send)
    {
        var items = WrittenItems.Of(operation, body, tables);
        if (items.Count == 0)
        {
            return await send().ConfigureAwait(false);
        }

        await gate.EnterWriteAsync().ConfigureAwait(false);
        try
        {
            var response = await send().ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                Remember(items);
            }

            return response;
        }
        finally
        {
            gate.ExitWrite();
        }
    }

    /// <summary>Gives the times since the last call, of each item in the order of its writes.</summary>
    public IReadOnlyDictionary<ReplicatedItem, List<WriteTime>> Take()
    {
        lock (_lock)
        {
            var times = _times;
            _times = [];
            return times;
        }
    }

    private void Remember(IReadOnlyList<ReplicatedItem> items)
    {
        lock (_lock)
        {
            var now = Now;
            foreach (var item in items)
            {
                if (!_times.TryGetValue(item, out var times))
                {
                    _times.Add(item, times = []);
                }

                times.Add(now);
            }
        }
    }
}

/// <summary>When something was written, in ticks.</summary>
/// <param name="Region">By the region's clock.</param>
/// <param name="True">By the true one.</param>
internal readonly record struct WriteTime(long Region, long True);
