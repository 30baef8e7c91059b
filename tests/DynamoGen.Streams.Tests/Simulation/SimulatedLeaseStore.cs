using DynamoGen.Streams.Leases;

namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>The lease table as one process reaches it.</summary>
internal sealed class SimulatedLeaseStore(SimulatedNetwork network, SimulatedLeaseTable table) : ILeaseStore
{
    public ValueTask<IReadOnlyList<Lease>> ListAsync(string streamArn, CancellationToken cancellationToken) =>
        network.CallAsync(table.List, cancellationToken);

    public ValueTask<Lease?> FindAsync(string streamArn, string shardId, CancellationToken cancellationToken) =>
        network.CallAsync(() => table.Find(shardId), cancellationToken);

    public ValueTask<bool> CreateAsync(Lease lease, CancellationToken cancellationToken) => network.CallAsync(() => table.Create(lease), cancellationToken);

    public ValueTask<Lease?> ReplaceAsync(Lease seen, Lease next, CancellationToken cancellationToken) =>
        network.CallAsync(() => table.Replace(seen, next), cancellationToken);

    public ValueTask<bool> RequestAsync(Lease seen, string worker, CancellationToken cancellationToken) =>
        network.CallAsync(() => table.Request(seen, worker), cancellationToken);

    public ValueTask<bool> DeleteAsync(Lease seen, CancellationToken cancellationToken) => network.CallAsync(() => table.Delete(seen), cancellationToken);
}
