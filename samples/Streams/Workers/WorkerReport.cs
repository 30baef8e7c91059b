namespace OrderStreams.Workers;

/// <summary>What a worker tells the screen, several times a second, by its own metrics.</summary>
/// <param name="Shards">The shards that it reads, of both handlers.</param>
/// <param name="Records">The records that it has taken.</param>
/// <param name="LagSeconds">The age of the oldest record that it has taken and not handled.</param>
/// <param name="Taken">Leases that nobody had.</param>
/// <param name="TakenOver">Leases of workers that were gone.</param>
/// <param name="Moved">Leases that it gave away, or lost.</param>
/// <param name="Ended">Shards that it has read to their end.</param>
/// <param name="Failures">Attempts of handlers that failed.</param>
public sealed record WorkerReport(int Shards, long Records, double LagSeconds, long Taken, long TakenOver, long Moved, long Ended, long Failures);
