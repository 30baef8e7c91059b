namespace DynamoGen.Streams.Leases;

/// <summary>Keeps leases. Every operation reads and writes the newest state of a lease, and every write is a compare-and-swap.</summary>
/// <remarks>A call that ends with an exception may have been applied, or may still be.</remarks>
internal interface ILeaseStore
{
    /// <summary>All leases of a stream.</summary>
    ValueTask<IReadOnlyList<Lease>> ListAsync(string streamArn, CancellationToken cancellationToken);

    /// <summary>One lease, or null.</summary>
    ValueTask<Lease?> FindAsync(string streamArn, string shardId, CancellationToken cancellationToken);

    /// <summary>Adds a lease if the shard has none.</summary>
    /// <returns>Whether it was added.</returns>
    ValueTask<bool> CreateAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>Takes, renews, checkpoints or gives away: writes a lease if its owner and counter are those that were seen.</summary>
    /// <returns>The lease as it is then: in the state <paramref name="next"/> if it was written, else what stands in its way; null if there is none.</returns>
    ValueTask<Lease?> ReplaceAsync(Lease seen, Lease next, CancellationToken cancellationToken);

    /// <summary>Asks the owner to hand the lease over, if the owner and counter are those that were seen and no one else asks. The counter stays.</summary>
    /// <returns>Whether it was written.</returns>
    ValueTask<bool> RequestAsync(Lease seen, string worker, CancellationToken cancellationToken);

    /// <summary>Deletes a lease if its owner and counter are those that were seen.</summary>
    /// <returns>Whether it was deleted.</returns>
    ValueTask<bool> DeleteAsync(Lease seen, CancellationToken cancellationToken);
}
