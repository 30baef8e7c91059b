using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using DynamoGen.Benchmarks;
using Perfolizer.Horology;

await Check.RunAsync();
if (args is not ["check"])
{
    var job = Job.Default.WithWarmupCount(6).WithIterationCount(12).WithMinIterationTime(TimeInterval.FromMilliseconds(200));
    BenchmarkSwitcher.FromAssembly(typeof(Check).Assembly).Run(args, DefaultConfig.Instance.AddJob(job.AsDefault()));
}
