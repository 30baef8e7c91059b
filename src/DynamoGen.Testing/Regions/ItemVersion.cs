namespace DynamoGen.Testing;

/// <summary>The private timestamp of an item's last write, by which the last writer wins.</summary>
/// <param name="Time">When it was written, by the clock of the region that wrote it, in ticks.</param>
/// <param name="Region">That region, whose name decides between equal times.</param>
internal readonly record struct ItemVersion(long Time, string Region)
{
    public bool IsLaterThan(in ItemVersion other) => Time != other.Time ? Time > other.Time : string.CompareOrdinal(Region, other.Region) > 0;
}
