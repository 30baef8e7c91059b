using System.Globalization;
using DynamoGen.MigrationProof.Servers;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.MigrationProof.Workers;

/// <summary>A worker process: it runs the migration to its cut-over, until its input ends, or it is killed.</summary>
internal static class Worker
{
    private const double ThrottledShare = 0.1;
    private const double LostShare = 0.01;
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(string endpoint, ProofSize size)
    {
        var faults = new FaultyHttp(ThrottledShare, LostShare);
        await using var services = Services.Create(endpoint, size.Configure, faults);
        using var ending = new CancellationTokenSource();
        // Reading the console blocks its thread, whatever its methods are called.
        _ = Task.Run(async () =>
        {
            _ = Console.In.ReadToEnd();
            await ending.CancelAsync();
        });
        var running = services.GetRequiredKeyedService<MigrationRunner>(nameof(Flights.FlightMigration)).RunAsync(MigrationPhase.Cutover, ending.Token);
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(ReportInterval));
            var (throttled, lost) = faults.Take();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{throttled} {lost}"));
        }

        await running;
    }
}
