namespace DynamoGen.Streams.Reconciliation;

/// <summary>How a derived state is compared with its source.</summary>
public sealed record ReconciliationOptions
{
    /// <summary>
    /// The share of the items that are compared, from 0 to 1. Which they are is told by a hash of their ids, so that each run with one <see cref="Seed"/>
    /// compares the same ones. Both sides are read in full anyway; a sample saves the comparisons.
    /// </summary>
    public double Share { get; init; } = 1;

    /// <summary>Gives samples of other items.</summary>
    public long Seed { get; init; }

    /// <summary>Whether drift is repaired; else it is only reported.</summary>
    public bool Repairs { get; init; } = true;

    /// <summary>
    /// How long to wait before what differs is looked at again, so that changes which are on their way are not taken for drift: longer than the sink
    /// usually lags behind.
    /// </summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Is told of each drift, one at a time.</summary>
    public Action<Drift>? OnDrift { get; init; }
}
