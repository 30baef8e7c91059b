namespace DynamoGen.BuildCost.Costs;

/// <summary>Measures two ways in turn, so that whatever else the machine does meets both.</summary>
internal static class Rounds
{
    /// <summary>The least time that each way took: what is beside it on a shared machine slows a round down by a fifth at times, and never makes one faster.</summary>
    public static async Task<(double Without, double With)> LeastOfAsync(int rounds, Func<Task<double>> without, Func<Task<double>> with)
    {
        var (leastWithout, leastWith) = (double.MaxValue, double.MaxValue);
        await without();
        await with();
        for (var round = 0; round < rounds; round++)
        {
            var (plain, loaded) = (await without(), await with());
            Console.Error.WriteLine(FormattableString.Invariant($"  round {round + 1}: {plain:0.00} s without, {loaded:0.00} s with"));
            (leastWithout, leastWith) = (Math.Min(leastWithout, plain), Math.Min(leastWith, loaded));
        }

        return (leastWithout, leastWith);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
