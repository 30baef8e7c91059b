using System.Diagnostics;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>Measures two ways by turns: the least time of many rounds of each, so that a slow moment of the machine meets both.</summary>
internal static class Turns
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>The time of the first against that of the second.</summary>
    /// <param name="own">The way that is measured.</param>
    /// <param name="baseline">The way that it is compared with.</param>
    /// <param name="rounds">How many rounds of each.</param>
    /// <param name="calls">How many calls a round has.</param>
    public static async Task<double> RatioAsync(Func<Task> own, Func<Task> baseline, int rounds = 40, int calls = 200)
    {
        await WarmUpAsync(own, baseline, calls);
        var (ours, theirs) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            ours = Math.Min(ours, await TimeAsync(own, calls));
            theirs = Math.Min(theirs, await TimeAsync(baseline, calls));
        }

        return ours / theirs;
    }

    /// <summary>Runs both until the run time has compiled them for the last time, which it does in the background while they run.</summary>
    private static async Task WarmUpAsync(Func<Task> own, Func<Task> baseline, int calls)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
        {
            await TimeAsync(own, calls);
            await TimeAsync(baseline, calls);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> call, int calls)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }
}
