namespace DynamoGen.Regions.Values;

/// <summary>
/// What the regions say of one element of a set. Each has an entry of its own: under <see cref="Added"/> when it last added the element, and under the name of
/// each region up to which of that region's additions it has removed it. All of these only grow.
/// </summary>
internal static class RegionalAdditions
{
    /// <summary>The name of the time of a region's own addition, which is no region's.</summary>
    public const string Added = "+";

    /// <summary>Whether any region's addition has not been removed.</summary>
    public static bool AreLeft<T>(KeyValuePair<string, Dictionary<T, Dictionary<string, long>>>[] parts, T element)
        where T : notnull
    {
        foreach (var (region, part) in parts)
        {
            var added = Of(part, element, Added);
            if (added > 0 && Array.TrueForAll(parts, other => Of(other.Value, element, region) < added))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The entry of a region that adds an element: it is later than all additions and removals that are known.</summary>
    public static Dictionary<string, long> Add<T>(
        KeyValuePair<string, Dictionary<T, Dictionary<string, long>>>[] parts, T element, Dictionary<string, long> entry, DateTimeOffset now)
        where T : notnull
    {
        var known = parts.SelectMany(part => part.Value.TryGetValue(element, out var entry) ? entry.Values : Enumerable.Empty<long>());
        entry[Added] = RegionalParts.After(now, known.DefaultIfEmpty().Max());
        return entry;
    }

    /// <summary>The entry of a region that removes an element: it removes the additions that are known.</summary>
    public static Dictionary<string, long> Remove<T>(
        KeyValuePair<string, Dictionary<T, Dictionary<string, long>>>[] parts, T element, Dictionary<string, long> entry)
        where T : notnull
    {
        foreach (var (region, part) in parts)
        {
            if (Of(part, element, Added) is > 0 and var added)
            {
                entry[region] = Math.Max(entry.GetValueOrDefault(region), added);
            }
        }

        return entry;
    }

    private static long Of<T>(Dictionary<T, Dictionary<string, long>> part, T element, string name)
        where T : notnull => part.TryGetValue(element, out var entry) ? entry.GetValueOrDefault(name) : 0;
}
