using System.Globalization;

namespace DynamoGen.Regions.Writers;

/// <summary>
/// A time in which one region writes the items of a table, as a number that every failover makes higher. The number tells the region too, so that two
/// failovers at the same time, to two regions that do not see each other, begin two times of which one is the higher.
/// </summary>
/// <param name="Value">The number, which items carry: how many failovers came before, and 16 bits for the region.</param>
public readonly record struct WriterEpoch(long Value) : IComparable<WriterEpoch>
{
    private const int RegionBits = 16;
    private const long RegionMask = (1L << RegionBits) - 1;

    /// <summary>The time before the first failover, in which the declared region writes.</summary>
    public static WriterEpoch First => default;

    /// <summary>How many failovers there were.</summary>
    public long Failovers => Value >> RegionBits;

    /// <summary>Whether one is older than another.</summary>
    public static bool operator <(WriterEpoch left, WriterEpoch right) => left.Value < right.Value;

    /// <summary>Whether one is newer than another.</summary>
    public static bool operator >(WriterEpoch left, WriterEpoch right) => left.Value > right.Value;

    /// <summary>Whether one is older than another or the same.</summary>
    public static bool operator <=(WriterEpoch left, WriterEpoch right) => left.Value <= right.Value;

    /// <summary>Whether one is newer than another or the same.</summary>
    public static bool operator >=(WriterEpoch left, WriterEpoch right) => left.Value >= right.Value;

    /// <summary>Whether a region writes in it; of the first one it does not tell.</summary>
    /// <param name="region">The region's system name.</param>
    public bool IsOf(string region) => Failovers > 0 && (Value & RegionMask) == Sign(region);

    /// <summary>The one that a failover to a region begins.</summary>
    /// <param name="region">The region's system name.</param>
    public WriterEpoch Next(string region) => new(((Failovers + 1) << RegionBits) | Sign(region));

    /// <inheritdoc/>
    public int CompareTo(WriterEpoch other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The bits of a region: the same in every process and version; those of AWS' regions differ.</summary>
    internal static long Sign(string region)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        var hash = 2166136261u;
        foreach (var character in region)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (hash >> RegionBits) ^ (hash & RegionMask);
    }
}
