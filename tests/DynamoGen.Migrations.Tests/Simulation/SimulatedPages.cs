using System.Globalization;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>Pages of simulated items, as a Scan in segments reads them.</summary>
internal static class SimulatedPages
{
    public static List<KeyValuePair<int, long>> PageOf(
        this IReadOnlyDictionary<int, long> items, int pageSize, int segment, int segments, string? position) =>
    [
        .. items.Where(item => item.Key % segments == segment && (position is null || string.CompareOrdinal(Position(item.Key), position) > 0))
            .OrderBy(item => item.Key)
            .Take(pageSize),
    ];

    public static string Position(int key) => key.ToString("D3", CultureInfo.InvariantCulture);
}
