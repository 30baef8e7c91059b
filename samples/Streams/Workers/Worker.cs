using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrderStreams.Search;

namespace OrderStreams.Workers;

/// <summary>The child process: both handlers, fed until its input is closed, with a report a line.</summary>
internal static class Worker
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);

    public static async Task<int> RunAsync(SampleAddress address)
    {
        // On Windows, Ctrl+C reaches every process of the terminal; the parent says when this one stops.
        Console.CancelKeyPress += static (_, pressed) => pressed.Cancel = true;
        using var metrics = new WorkerMetrics();
        var services = new ServiceCollection();
        services.AddOrders(address).AddOrderHandlers();
        await using var provider = services.BuildServiceProvider();
        var consumers = provider.GetServices<IHostedService>().ToList();
        foreach (var consumer in consumers)
        {
            await consumer.StartAsync(CancellationToken.None);
        }

        // The end of the input says that the sample stops this worker, or is gone itself.
        var stopped = Task.Run(Console.In.ReadToEndAsync);
        while (!stopped.IsCompleted)
        {
            Report(metrics);
            await Task.WhenAny(stopped, Task.Delay(ReportInterval));
        }

        await Task.WhenAll(consumers.Select(consumer => consumer.StopAsync(CancellationToken.None)));
        Report(metrics);
        return 0;
    }

    private static void Report(WorkerMetrics metrics) => Console.WriteLine(JsonSerializer.Serialize(metrics.Report(), SampleJson.Default.WorkerReport));
}
