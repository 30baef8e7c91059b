namespace DynamoGen.Testing;

/// <summary>How regions are simulated.</summary>
public sealed class SimulatedRegionsOptions
{
    /// <summary>
    /// What the order follows from in which changes of several items arrive: the same seed and the same calls, one after the other, give the same order.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>The true clock: that of delays, and of the private timestamps of all regions whose own clock is right. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The DynamoDB Local that has the databases, which must have one for each region and access key (<c>SeparateDatabases</c> of its options, or a server
    /// started without <c>-sharedDb</c>); null for one that all simulated regions of the process share. A test that writes much gives one with more memory.
    /// </summary>
    public Uri? Server { get; init; }
}
