using DynamoGen.Streams.Leases;
using DynamoGen.Streams.Tests.Simulation;

namespace DynamoGen.Streams.Tests.Consumers;

/// <summary>Leases in memory, which a test changes as another worker would.</summary>
internal sealed class MemoryLeases : ILeaseStore
{
    private readonly Lock _gate = new();
    private readonly SimulatedLeaseTable _table = new(new VirtualScheduler(0), Mutant.None);

    /// <summary>Whether every operation fails, as where the table cannot be reached.</summary>
    public bool IsAway { get; set; }

    public ValueTask<IReadOnlyList<Lease>> ListAsync(string streamArn, CancellationToken cancellationToken) => Do(table => table.List());

    public ValueTask<Lease?> FindAsync(string streamArn, string shardId, CancellationToken cancellationToken) => Do(table => table.Find(shardId));

    public ValueTask<bool> CreateAsync(Lease lease, CancellationToken cancellationToken) => Do(table => table.Create(lease));

    public ValueTask<Lease?> ReplaceAsync(Lease seen, Lease next, CancellationToken cancellationToken) => Do(table => table.Replace(seen, next));

    public ValueTask<bool> RequestAsync(Lease seen, string worker, CancellationToken cancellationToken) => Do(table => table.Request(seen, worker));

    public ValueTask<bool> DeleteAsync(Lease seen, CancellationToken cancellationToken) => Do(table => table.Delete(seen));

    public Lease? Find(string shardId)
    {
        lock (_gate)
        {
            return _table.Find(shardId);
        }
    }

    public void Create(Lease lease)
    {
        lock (_gate)
        {
            _table.Create(lease);
        }
    }

    /// <summary>Another worker has the lease from now on, and each call is a heartbeat of it.</summary>
    public void Hold(string shardId, string worker)
    {
        lock (_gate)
        {
            var lease = _table.Find(shardId)!;
            _table.Replace(lease, lease.TakenBy(worker));
        }
    }

    /// <summary>Another worker asks for the lease.</summary>
    public void Request(string shardId, string worker)
    {
        lock (_gate)
        {
            _table.Request(_table.Find(shardId)!, worker);
        }
    }

    private ValueTask<T> Do<T>(Func<SimulatedLeaseTable, T> operation)
    {
        if (IsAway)
        {
            return ValueTask.FromException<T>(new IOException("The table cannot be reached."));
        }

        lock (_gate)
        {
            return new(operation(_table));
        }
    }
}
