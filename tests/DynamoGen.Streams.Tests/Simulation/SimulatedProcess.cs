namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>What can crash and halt on its own.</summary>
internal sealed class SimulatedProcess(string name)
{
    public string Name { get; } = name;

    public bool IsCrashed { get; set; }

    /// <summary>The true time until which nothing of it runs.</summary>
    public long HaltedUntil { get; set; }
}
