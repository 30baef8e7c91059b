using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace DynamoGen.Regions.Values;

/// <summary>What the regions of a global table have counted, each for itself. Two of them are equal where each region's part is.</summary>
/// <remarks>
/// It is as old as replication is late, and a part that another region's write overwrote is missing until it is repaired. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">how global tables work</see>.
/// </remarks>
public readonly struct RegionalCount : IEquatable<RegionalCount>
{
    /// <summary>The parts that are not zero, by the regions' names in order; null for none.</summary>
    private readonly KeyValuePair<string, long>[]? _parts;

    private RegionalCount(KeyValuePair<string, long>[] parts) => _parts = parts;

    /// <summary>The sum of all parts.</summary>
    /// <exception cref="OverflowException">It is no <see cref="long"/>.</exception>
    public long Total
    {
        get
        {
            var total = 0L;
            foreach (var part in Parts)
            {
                total = checked(total + part.Value);
            }

            return total;
        }
    }

    /// <summary>The system names of the regions that have counted something, in order.</summary>
    public IEnumerable<string> Regions => Parts.Select(static part => part.Key);

    private KeyValuePair<string, long>[] Parts => _parts ?? [];

    /// <summary>Compares two counts part by part.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(RegionalCount left, RegionalCount right) => left.Equals(right);

    /// <summary>Compares two counts part by part.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(RegionalCount left, RegionalCount right) => !left.Equals(right);

    /// <summary>A region that writes, where a counter has a part of it. Generated code calls it.</summary>
    /// <param name="region">The region's system name.</param>
    /// <param name="declared">The regions of the table.</param>
    /// <returns>The region.</returns>
    /// <exception cref="InvalidOperationException">It is no region of the table.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static string Writer(string region, params ReadOnlySpan<string> declared) => RegionalParts.Writer(region, declared);

    /// <summary>What is added to a counter, which only grows. Generated code calls it.</summary>
    /// <param name="by">What is added.</param>
    /// <param name="name">The parameter of it.</param>
    /// <returns>The same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static long Increment(long by, [CallerArgumentExpression(nameof(by))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by, name);
        return by;
    }

    /// <summary>What one region has counted.</summary>
    /// <param name="region">The region's system name, such as <c>eu-west-1</c>.</param>
    /// <returns>Its part; 0 where it has counted nothing.</returns>
    public long Of(string region)
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        return Array.Find(Parts, part => part.Key == region).Value;
    }

    /// <summary>The same with another part, as for tests. It is stored only by a write that creates the item.</summary>
    /// <param name="region">The region's system name.</param>
    /// <param name="count">What it has counted.</param>
    public RegionalCount With(string region, long count) => new([.. RegionalParts.With(_parts, region, count).Where(static part => part.Value != 0)]);

    /// <inheritdoc/>
    public bool Equals(RegionalCount other) => Parts.AsSpan().SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RegionalCount other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var part in Parts)
        {
            hash.Add(part.Key, StringComparer.Ordinal);
            hash.Add(part.Value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the sum.</summary>
    public override string ToString() => Total.ToString(CultureInfo.InvariantCulture);
}
