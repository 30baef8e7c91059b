namespace DynamoGen.EventSourcing;

/// <summary>The state of a stream.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="State">What its events fold into.</param>
/// <param name="Version">The version of the last event in it: what the next append expects, by <see cref="Expected"/>.</param>
public readonly record struct LoadedState<TState>(TState State, long Version)
{
    /// <summary>The expectation of an append that rests on this state.</summary>
    public ExpectedVersion Expected => ExpectedVersion.Exactly(Version);
}
