using System.Diagnostics;
using System.Globalization;
using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.MigrationProof.Flights;
using DynamoGen.MigrationProof.Servers;
using DynamoGen.MigrationProof.Workers;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Store;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.MigrationProof.Throughput;

/// <summary>Measures a backfill beside a bare loop that writes the same items, by turns on one server, and the memory of a worker at two sizes.</summary>
internal sealed class ThroughputProof(int items, ProofServer server)
{
    private const int Rounds = 3;
    private const int Growth = 10;
    private const double LeastRatio = 0.8;
    private const double MostGrowth = 1.1;

    public static async Task<bool> RunAsync(int items)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10) + TimeSpan.FromMilliseconds(20L * items));
        await using var server = await ProofServer.StartAsync(limit.Token);
        var proof = new ThroughputProof(items, server);
        return await proof.CompareTimesAsync(limit.Token) & await proof.CompareMemoryAsync(limit.Token);
    }

    /// <summary>The tables of a round: the old items of a size are the same in every one.</summary>
    public static ServiceProvider Services(string endpoint, int items, string round) => Servers.Services.Create(
        endpoint,
        Configure,
        name: name => name == "legacy-flights" ? string.Create(CultureInfo.InvariantCulture, $"{name}-{items}") : $"{name}-{round}");

    private static void Configure(MigrationOptions options)
    {
        options.Phases.Interval = TimeSpan.FromMilliseconds(50);
        options.Phases.Lease = TimeSpan.FromSeconds(20);
    }

    private async Task<bool> CompareTimesAsync(CancellationToken limit)
    {
        await SeedAsync(items, limit);
        var (backfill, bare) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            backfill = Least(backfill, await BackfillAsync($"backfill-{round}", limit));
            bare = Least(bare, await WriteBareAsync($"bare-{round}", limit));
            Console.WriteLine($"round {round + 1}: least so far {backfill.TotalSeconds:F2} s by backfill, {bare.TotalSeconds:F2} s by the bare loop");
        }

        var ratio = bare / backfill;
        Console.WriteLine($"{items:N0} items: {items / backfill.TotalSeconds:N0} a second by backfill, {items / bare.TotalSeconds:N0} by a bare loop of "
            + $"BatchWriteItem; ratio {ratio:F2}, bar {LeastRatio:F2}: {(ratio >= LeastRatio ? "ok" : "short")}");
        return ratio >= LeastRatio;
    }

    private async Task<bool> CompareMemoryAsync(CancellationToken limit)
    {
        await SeedAsync(Growth * items, limit);
        var few = await PeakAsync(items, limit);
        var many = await PeakAsync(Growth * items, limit);
        var growth = many / (double)few;
        Console.WriteLine($"peak of a worker's heap after collections: {few:N0} B at {items:N0} items, {many:N0} B at {Growth * items:N0}; "
            + $"{growth:F2} x, bar {MostGrowth:F2} x: {(growth <= MostGrowth ? "ok" : "short")}");
        return growth <= MostGrowth;
    }

    private async Task SeedAsync(int count, CancellationToken limit)
    {
        await using var services = Services(server.Endpoint, count, "seed");
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<LegacyFlightTable>(limit);
        await FlightSeeds.PutAsync(services.GetRequiredService<ILegacyItems>(), count, atOnce: 16, limit);
        Console.WriteLine($"{count:N0} flights seeded");
    }

    private async Task<TimeSpan> BackfillAsync(string round, CancellationToken limit)
    {
        await using var services = Services(server.Endpoint, items, round);
        await CreateTargetAsync(services, limit);
        var runner = services.GetRequiredKeyedService<MigrationRunner>(nameof(FlightMigration));
        await runner.RunAsync(MigrationPhase.Expand, limit);
        var started = Stopwatch.GetTimestamp();
        await runner.RunAsync(MigrationPhase.Backfill, limit);
        return Stopwatch.GetElapsedTime(started);
    }

    private async Task<TimeSpan> WriteBareAsync(string round, CancellationToken limit)
    {
        await using var services = Services(server.Endpoint, items, round);
        await CreateTargetAsync(services, limit);
        return await BareWrites.RunAsync(services.GetRequiredService<IAmazonDynamoDB>(), $"flights-{round}", items, limit);
    }

    /// <summary>A worker of its own process, which is where its heap has nothing else on it.</summary>
    private async Task<long> PeakAsync(int count, CancellationToken limit)
    {
        var round = string.Create(CultureInfo.InvariantCulture, $"memory-{count}");
        await using var services = Services(server.Endpoint, count, round);
        await CreateTargetAsync(services, limit);
        var peak = new TaskCompletionSource<long>();
        using var worker = WorkerProcess.Start(
            ["memory", server.Endpoint, count.ToString(CultureInfo.InvariantCulture), round],
            line => peak.TrySetResult(long.Parse(line, CultureInfo.InvariantCulture)));
        await worker.WaitAsync(limit);
        return worker.ExitCode == 0 ? await peak.Task.WaitAsync(limit) : throw new InvalidOperationException("The worker ended with an error.");
    }

    private static async Task CreateTargetAsync(ServiceProvider services, CancellationToken limit)
    {
        var provisioner = services.GetRequiredService<TableProvisioner>();
        await provisioner.EnsureCreatedAsync<FlightTable>(limit);
        await provisioner.EnsureCreatedAsync(MigrationTable.Schema, limit);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
