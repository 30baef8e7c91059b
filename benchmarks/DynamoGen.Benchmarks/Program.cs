using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using DynamoGen.Benchmarks;
using DynamoGen.Benchmarks.Bars;
using Perfolizer.Horology;

await Check.RunAsync();
if (args is ["check"])
{
    return 0;
}

if (args is ["bars", "types", .. var types])
{
    var holds = true;
    foreach (var bar in TypeBars.Measure(types))
    {
        Console.WriteLine(bar);
        holds &= bar.Holds;
    }

    return holds ? 0 : 1;
}

if (args is ["bars", "aot"] or ["bars", "load"] or ["bars", "stamps"] or ["bars", "streams"] or ["bars", "telemetry"])
{
    var measured = args[1] switch
    {
        "aot" => await StartBars.MeasureAsync(),
        "load" => await LoadBars.MeasureAsync(),
        "telemetry" => await TelemetryBars.MeasureAsync(),
        "stamps" => [.. await StampBars.MemoryAsync(), .. await StampBars.TimesAsync()],
        _ => [.. await StreamBars.MemoryAsync(), .. await StreamBars.TimesAsync()],
    };
    foreach (var bar in measured)
    {
        Console.WriteLine(bar);
    }

    return measured.All(bar => bar.Holds) ? 0 : 1;
}

if (args is ["bars"] or ["bars", "memory"] or ["bars", "direct"])
{
    var bars = new List<Bar>();
    bars.AddRange(args.Length == 1 ? await TimeBars.MeasureAsync() : []);
    bars.AddRange(args is ["bars"] or ["bars", "direct"] ? await DirectBars.TimesAsync() : []);
    bars.AddRange(await DirectBars.MemoryAsync());
    bars.AddRange(args is ["bars"] ? await StreamBars.TimesAsync() : []);
    bars.AddRange(args is ["bars"] ? await StampBars.TimesAsync() : []);
    bars.AddRange(args is ["bars"] ? await TelemetryBars.MeasureAsync() : []);
    bars.AddRange(args is ["bars", "direct"] ? [] : await StampBars.MemoryAsync());
    bars.AddRange(args is ["bars", "direct"] ? [] : await StreamBars.MemoryAsync());
    bars.AddRange(args is ["bars", "direct"] ? [] : await AllocationBars.MeasureAsync());
    bars.ForEach(Console.WriteLine);
    return bars.TrueForAll(bar => bar.Holds) ? 0 : 1;
}

var job = Job.Default.WithWarmupCount(6).WithIterationCount(12).WithMinIterationTime(TimeInterval.FromMilliseconds(200));
BenchmarkSwitcher.FromAssembly(typeof(Check).Assembly).Run(args, DefaultConfig.Instance.AddJob(job.AsDefault()));
return 0;
