using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DynamoGen.Benchmarks.Calls;
using DynamoGen.Benchmarks.Serialization;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>
/// The bars of time: ratios of medians within one run of BenchmarkDotNet. Each benchmark is measured in several rounds through all of them, and its
/// least median counts, so that a moment in which the machine was slow meets one round of some and not the ratio.
/// </summary>
internal static class TimeBars
{
    private const int Rounds = 3;

    public static IReadOnlyList<Bar> Measure()
    {
        var pages = Job.Default.WithInvocationCount(32).WithUnrollFactor(16).WithWarmupCount(8).WithIterationCount(25);
        var calls = Job.Default.WithInvocationCount(4).WithUnrollFactor(4).WithWarmupCount(10).WithIterationCount(15);
        var medians = Enumerable.Range(0, Rounds)
            .SelectMany(_ => Medians<PageReadingBenchmarks>(pages).Concat(Medians<QueryBenchmarks>(calls)))
            .GroupBy(median => median.Method)
            .ToDictionary(same => same.Key, same => same.Min(median => median.Time));
        return
        [
            new("read 1,000 orders, time against tokenising",
                medians[nameof(PageReadingBenchmarks.Orders)] / medians[nameof(PageReadingBenchmarks.OrderTokens)], 0.45, "x"),
            new("read 1,000 nested items, time against tokenising",
                medians[nameof(PageReadingBenchmarks.Baskets)] / medians[nameof(PageReadingBenchmarks.BasketTokens)], 0.70, "x"),
            new("read 1,000 shuffled orders, time against a plain Utf8JsonReader reader",
                medians[nameof(PageReadingBenchmarks.ShuffledOrders)] / medians[nameof(PageReadingBenchmarks.PlainShuffledOrders)], 0.80, "x"),
            new("whole Query call, times faster than the SDK's low-level client",
                medians[nameof(QueryBenchmarks.LowLevel)] / medians[nameof(QueryBenchmarks.Generated)], 8, "x", IsLeast: true),
            new("whole Query call, times faster than DynamoDBContext",
                medians[nameof(QueryBenchmarks.ObjectMapper)] / medians[nameof(QueryBenchmarks.Generated)], 20, "x", IsLeast: true),
        ];
    }

    private static IEnumerable<(string Method, double Time)> Medians<TBenchmarks>(Job job)
    {
        var measured = job.WithToolchain(InProcessEmitToolchain.Instance).WithClock(new ProcessorClock()).WithGcForce(false);
        var summary = BenchmarkRunner.Run<TBenchmarks>(DefaultConfig.Instance.AddJob(measured)
            .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.JoinSummary));
        return summary.Reports.Select(report => (
            report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            report.ResultStatistics?.Median ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} was not measured.")));
    }
}
