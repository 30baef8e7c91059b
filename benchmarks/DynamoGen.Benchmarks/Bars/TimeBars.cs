using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DynamoGen.Benchmarks.Calls;
using DynamoGen.Benchmarks.Serialization;
using Perfolizer.Horology;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>The bars of time: ratios of medians within one run of BenchmarkDotNet.</summary>
internal static class TimeBars
{
    public static IReadOnlyList<Bar> Measure()
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15).WithMinIterationTime(TimeInterval.FromMilliseconds(150));
        var config = DefaultConfig.Instance.AddJob(job).WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.JoinSummary);
        var pages = BenchmarkRunner.Run<PageReadingBenchmarks>(config);
        var calls = BenchmarkRunner.Run<QueryBenchmarks>(config);
        var read = Median(pages, nameof(PageReadingBenchmarks.Orders));
        var call = Median(calls, nameof(QueryBenchmarks.Generated));
        return
        [
            new("read 1,000 orders, time against tokenising", read / Median(pages, nameof(PageReadingBenchmarks.OrderTokens)), 0.70, "x"),
            new("read 1,000 nested items, time against tokenising", Median(pages, nameof(PageReadingBenchmarks.Baskets)) / Median(pages, nameof(PageReadingBenchmarks.BasketTokens)), 0.90, "x"),
            new("read 1,000 shuffled orders, time against a plain Utf8JsonReader reader", Median(pages, nameof(PageReadingBenchmarks.ShuffledOrders)) / Median(pages, nameof(PageReadingBenchmarks.PlainShuffledOrders)), 1, "x"),
            new("whole Query call, times faster than the SDK's low-level client", Median(calls, nameof(QueryBenchmarks.LowLevel)) / call, 8, "x", IsLeast: true),
            new("whole Query call, times faster than DynamoDBContext", Median(calls, nameof(QueryBenchmarks.ObjectMapper)) / call, 20, "x", IsLeast: true),
        ];
    }

    private static double Median(Summary summary, string method) =>
        summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method).ResultStatistics?.Median
        ?? throw new InvalidOperationException($"{method} was not measured.");
}
