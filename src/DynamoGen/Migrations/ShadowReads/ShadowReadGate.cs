using System.Globalization;

namespace DynamoGen.Migrations.ShadowReads;

/// <summary>Says whether the shadow reads are good enough to go on.</summary>
internal static class ShadowReadGate
{
    /// <summary>What stands in the way, as the end of a sentence; null where nothing does.</summary>
    public static string? Obstacle(IReadOnlyList<ShadowReadCount> counts, ShadowReadOptions options)
    {
        var (compared, mismatched) = (counts.Sum(count => count.Compared), counts.Sum(count => count.Mismatched));
        if (compared < options.MinCompared)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{compared} shadow reads were compared, and {options.MinCompared} are to be");
        }

        if (mismatched <= options.MaxMismatchRate * compared)
        {
            return null;
        }

        var patterns = counts.Where(count => count.Mismatched > 0).Select(count =>
            string.Create(CultureInfo.InvariantCulture, $"{count.Mismatched} of {count.AccessPattern}")
                + (count.Examples.Count > 0 ? $", such as {string.Join(", ", count.Examples.Take(3))}" : string.Empty));
        return string.Create(CultureInfo.InvariantCulture, $"{mismatched} of {compared} shadow reads differ: {string.Join("; ", patterns)}");
    }
}
