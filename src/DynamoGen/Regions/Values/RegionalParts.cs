namespace DynamoGen.Regions.Values;

/// <summary>The parts that the regions have of one value, by the regions' names in order.</summary>
internal static class RegionalParts
{
    /// <summary>The region of a call, where a value has a part of it.</summary>
    /// <exception cref="InvalidOperationException">It is no region of the table.</exception>
    public static string Writer(string region, ReadOnlySpan<string> declared) => declared.Contains(region)
        ? region
        : throw new InvalidOperationException(
            $"'{region}' writes its part of a value, and is no region of the table: those are {string.Join(", ", declared!)}. Declare it by [Replica].");

    /// <summary>The part of a region; null where it has none.</summary>
    public static TPart? Of<TPart>(KeyValuePair<string, TPart>[]? parts, string region)
        where TPart : class => Array.Find(parts ?? [], part => part.Key == region).Value;

    /// <summary>The same with another part of a region.</summary>
    public static KeyValuePair<string, TPart>[] With<TPart>(KeyValuePair<string, TPart>[]? parts, string region, TPart part)
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        var others = (parts ?? []).Where(other => other.Key != region);
        return [.. others.Append(new(region, part)).OrderBy(static other => other.Key, StringComparer.Ordinal)];
    }

    /// <summary>A time that is later than all that are known, so that clocks that differ do not put what was seen behind what follows it.</summary>
    /// <param name="now">The time of the write.</param>
    /// <param name="latest">The latest that is known, in microseconds since 1970.</param>
    public static long After(DateTimeOffset now, long latest) => Math.Max((now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, latest + 1);
}
