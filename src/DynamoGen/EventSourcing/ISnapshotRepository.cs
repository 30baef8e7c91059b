namespace DynamoGen.EventSourcing;

/// <summary>The access patterns of snapshots. Inherit it by an interface with <c>[Repository&lt;…&gt;]</c>, and the generator writes the rest.</summary>
/// <typeparam name="TSnapshot">The entity, a <see cref="StreamSnapshot{TState}"/> whose partition key is the stream.</typeparam>
public interface ISnapshotRepository<TSnapshot>
    where TSnapshot : class
{
    /// <summary>Reads a stream's snapshot. It may lag behind: what it lacks is read from the events.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<TSnapshot?> Get(string streamId, CancellationToken cancellationToken = default);

    /// <summary>Writes a snapshot, unless there is one of the same version or a later one.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="version">Its version.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was written.</returns>
    [Condition("attribute_not_exists(Version) OR Version < {version}")]
    ValueTask<bool> Put(TSnapshot snapshot, long version, CancellationToken cancellationToken = default);
}
