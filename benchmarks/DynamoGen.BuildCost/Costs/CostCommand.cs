namespace DynamoGen.BuildCost.Costs;

/// <summary>Measures what the generator and the analyzers cost, against the bars.</summary>
internal static class CostCommand
{
    private static readonly Dictionary<string, Func<Task<IReadOnlyList<CostBar>>>> Parts = new()
    {
        ["edit"] = EditCost.MeasureAsync,
        ["build"] = OrdinaryCost.MeasureBuildAsync,
        ["compiler"] = OrdinaryCost.MeasureCompilerAsync,
        ["entities"] = EntityCost.MeasureAsync,
    };

    /// <returns>1 if a bar is short, else 0.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> parts)
    {
        var unknown = parts.Except(Parts.Keys).FirstOrDefault();
        if (unknown is not null)
        {
            Console.Error.WriteLine($"There is no part {unknown}; there are {string.Join(", ", Parts.Keys)}.");
            return 2;
        }

        var holds = true;
        foreach (var part in parts.Count == 0 ? [.. Parts.Keys] : parts)
        {
            foreach (var bar in await Parts[part]())
            {
                Console.WriteLine(bar);
                holds &= bar.Holds;
            }
        }

        return holds ? 0 : 1;
    }
}
