namespace DynamoGen.Streams.Leases;

/// <summary>Writes whose answer may be lost.</summary>
internal static class LeaseWrites
{
    /// <summary>Replaces a lease; where the answer is lost or late, what is stored tells the outcome.</summary>
    /// <returns>The lease as it is then. One in the state that was seen can still be replaced by the lost write.</returns>
    /// <exception cref="Exception">Neither the write nor the read was answered: the outcome is unknown.</exception>
    public static async ValueTask<Lease?> ReplaceOrReadAsync(
        this ILeaseStore store, Lease seen, Lease next, TimeSpan timeout, TimeProvider timeProvider)
    {
        try
        {
            using var writing = new CancellationTokenSource(timeout, timeProvider);
            return await store.ReplaceAsync(seen, next, writing.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            using var reading = new CancellationTokenSource(timeout, timeProvider);
            return await store.FindAsync(seen.StreamArn, seen.ShardId, reading.Token).ConfigureAwait(false);
        }
    }
}
