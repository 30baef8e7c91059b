using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.StreamProof;

/// <summary>A worker process: it handles changes until its input ends, or it is killed.</summary>
internal static class Worker
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(string endpoint)
    {
        await using var services = Services.Worker(endpoint);
        var hosted = services.GetServices<IHostedService>().ToArray();
        foreach (var service in hosted)
        {
            await service.StartAsync(CancellationToken.None);
        }

        var report = services.GetRequiredService<WorkerReport>();
        // Reading the console blocks its thread, whatever its methods are called.
        var ended = Task.Run(Console.In.ReadToEnd);
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, Task.Delay(ReportInterval));
            report.Write();
        }

        foreach (var service in hosted)
        {
            await service.StopAsync(CancellationToken.None);
        }

        report.Write();
    }
}
