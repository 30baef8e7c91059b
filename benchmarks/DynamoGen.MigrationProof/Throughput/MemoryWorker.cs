using System.Globalization;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.MigrationProof.Throughput;

/// <summary>A worker process that copies everything and prints the most that was on its heap after a collection.</summary>
internal static class MemoryWorker
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync(string endpoint, int items, string round)
    {
        await using var services = ThroughputProof.Services(endpoint, items, round);
        using var ending = new CancellationTokenSource();
        // Reading the console blocks its thread, whatever its methods are called.
        _ = Task.Run(async () =>
        {
            _ = Console.In.ReadToEnd();
            await ending.CancelAsync();
        });
        var running = services.GetRequiredKeyedService<MigrationRunner>(nameof(Flights.FlightMigration)).RunAsync(MigrationPhase.Backfill, ending.Token);
        var peak = 0L;
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(LookInterval));
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
        }

        await running;
        Console.WriteLine(peak.ToString(CultureInfo.InvariantCulture));
    }
}
