namespace DynamoGen.BuildCost.Costs;

/// <summary>Measures two ways alternately, so that whatever else the machine does meets both, and takes the medians.</summary>
internal static class Rounds
{
    public static async Task<(double Without, double With)> MedianOfAsync(int rounds, Func<Task<double>> without, Func<Task<double>> with)
    {
        List<double> plain = [], loaded = [];
        await without();
        await with();
        for (var round = 0; round < rounds; round++)
        {
            plain.Add(await without());
            loaded.Add(await with());
            Console.Error.WriteLine(FormattableString.Invariant($"  round {round + 1}: {plain[^1]:0.00} s without, {loaded[^1]:0.00} s with"));
        }

        return (Median(plain), Median(loaded));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
