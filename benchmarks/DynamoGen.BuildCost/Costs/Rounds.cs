using System.Globalization;

namespace DynamoGen.BuildCost.Costs;

/// <summary>Measures several ways in turn, so that whatever else the machine does meets all of them.</summary>
internal static class Rounds
{
    /// <summary>
    /// The least time that each way took: what is beside it on a shared machine slows a round down by a fifth at times, and never makes one faster.
    /// </summary>
    public static async Task<IReadOnlyList<double>> LeastOfAsync(int rounds, params IReadOnlyList<Func<Task<double>>> ways)
    {
        var least = Enumerable.Repeat(double.MaxValue, ways.Count).ToArray();
        foreach (var way in ways)
        {
            await way();
        }

        for (var round = 0; round < rounds; round++)
        {
            var seconds = new double[ways.Count];
            foreach (var (number, way) in ways.Index())
            {
                seconds[number] = await way();
                least[number] = Math.Min(least[number], seconds[number]);
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  round {round + 1}: {string.Join(", ", seconds.Select(second => second.ToString("0.00", CultureInfo.InvariantCulture)))} s"));
        }

        return least;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
