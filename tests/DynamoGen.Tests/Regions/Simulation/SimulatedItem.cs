using DynamoGen.Regions.Writers;

namespace DynamoGen.Tests.Regions.Simulation;

/// <summary>One item in the copy of one region.</summary>
/// <param name="Value">The number of the write that wrote it.</param>
/// <param name="Epoch">The epoch of that write.</param>
/// <param name="Stamp">By what the last writer wins.</param>
/// <param name="Place">The place in the stream for which it was put back; null where it was written.</param>
internal sealed record SimulatedItem(int Value, WriterEpoch? Epoch, Stamp Stamp, long? Place = null);

/// <summary>The private timestamp of a global table: a region's own write is newer than what it overwrites.</summary>
internal readonly record struct Stamp(long Time, int Region) : IComparable<Stamp>
{
    public int CompareTo(Stamp other) => (Time, Region).CompareTo((other.Time, other.Region));
}

/// <summary>A change as the stream of a region tells it.</summary>
internal sealed record SimulatedChange(long Place, int Key, SimulatedItem? Before, SimulatedItem After);
