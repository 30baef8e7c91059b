using System.Diagnostics;
using Amazon.DynamoDBv2;
using DynamoGen.Hosting;
using DynamoGen.MigrationProof.Clients;
using DynamoGen.MigrationProof.Flights;
using DynamoGen.MigrationProof.Servers;
using DynamoGen.MigrationProof.Workers;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Store;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.MigrationProof;

/// <summary>
/// Flights move to another table while clients write them by both repositories, the worker processes that copy them are killed and throttled, and the server
/// is killed too: nothing may be lost, stale or resurrected, and no segment may begin again.
/// </summary>
internal sealed class Proof(ProofSize size, ProofServer server, ServiceProvider old, ServiceProvider young)
{
    private const double LostShare = 0.01;
    private const int SeedsAtOnce = 8;
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TellInterval = TimeSpan.FromSeconds(5);

    private readonly ExpectedFlights _expected = new(size.Items);
    private readonly Random _random = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _told = Stopwatch.GetTimestamp();
    private int _restarts;

    public static async Task<bool> RunAsync(ProofSize size)
    {
        using var limit = new CancellationTokenSource(size.Limit);
        await using var server = await ProofServer.StartAsync(limit.Token);
        await using var old = Services.Create(server.Endpoint, size.Configure, new FaultyHttp(throttled: 0, LostShare));
        await using var young = Services.Create(server.Endpoint, size.Configure, new FaultyHttp(throttled: 0, LostShare));
        return await new Proof(size, server, old, young).RunAsync(limit.Token);
    }

    private async Task<bool> RunAsync(CancellationToken limit)
    {
        await using var observer = Services.Create(server.Endpoint, size.Configure);
        await SeedAsync(observer, limit);
        await Services.StartAsync(old, limit);
        await Services.StartAsync(young, limit);
        FlightClient[] clients = [.. Enumerable.Range(0, size.Clients).Select(share => new FlightClient(size, share, Access(share), _expected))];
        var watch = new SegmentWatch(observer.GetRequiredService<IAmazonDynamoDB>(), nameof(FlightMigration));
        using var workers = new WorkerPool(server.Endpoint, size);
        using var ending = new CancellationTokenSource();
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(limit);
        var running = clients.Select(client => client.RunAsync(ending.Token, failing.Token)).ToArray();
        try
        {
            await DisturbAsync(watch, workers, clients, running, limit);
            await ending.CancelAsync();
            await Task.WhenAll(running);
        }
        finally
        {
            await failing.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var agrees = await CompareAsync(observer, limit);
        await observer.GetRequiredKeyedService<MigrationRunner>(nameof(FlightMigration)).RunAsync(MigrationPhase.Done, limit);
        await Services.StopAsync(old);
        await Services.StopAsync(young);
        return Tell(watch, workers, clients) && agrees;
    }

    /// <summary>Every other client is a build from before.</summary>
    private IFlightAccess Access(int share) => share % 2 == 0
        ? new OldBuild(old.GetRequiredService<ILegacyFlights>())
        : new NewBuild(young.GetRequiredService<IFlights>());

    private async Task SeedAsync(ServiceProvider observer, CancellationToken limit)
    {
        var provisioner = observer.GetRequiredService<TableProvisioner>();
        await provisioner.EnsureCreatedAsync<LegacyFlightTable>(limit);
        await provisioner.EnsureCreatedAsync<FlightTable>(limit);
        await provisioner.EnsureCreatedAsync(MigrationTable.Schema, limit);
        await FlightSeeds.PutAsync(observer.GetRequiredService<ILegacyItems>(), size.Items, SeedsAtOnce, limit);
        Say($"{size.Items:N0} flights seeded");
    }

    /// <summary>Watches the migration and disturbs it until it has come to its cut-over.</summary>
    private async Task DisturbAsync(
        SegmentWatch watch, WorkerPool workers, FlightClient[] clients, Task[] running, CancellationToken limit)
    {
        var disturbances = new Disturbances(size, _random);
        while (watch.Phase < MigrationPhase.Cutover || disturbances.Left > 0 || !workers.HaveEnded)
        {
            await Task.Delay(LookInterval, limit);
            await watch.LookAsync(limit);
            await Task.WhenAll(running.Where(client => client.IsFaulted));
            _ = workers.HaveEnded;
            if (disturbances.Next(watch.Phase, watch.Copied / (double)size.Items) is { } next)
            {
                await DisturbAsync(next, watch, workers, limit);
            }

            if (Stopwatch.GetElapsedTime(_told) >= TellInterval)
            {
                Say($"{watch.Phase}, {watch.Copied:N0} copied, {watch.Done} of {watch.Segments} segments done, "
                    + $"{clients.Sum(client => client.Writes):N0} writes, "
                    + $"{clients.Sum(client => client.Retries):N0} made again, {workers.Killed} killed, {_restarts} restarts");
            }
        }
    }

    private async Task DisturbAsync(Disturbance what, SegmentWatch watch, WorkerPool workers, CancellationToken limit)
    {
        switch (what)
        {
            case Disturbance.KillOne:
                workers.KillOne(_random, watch.Owners);
                break;
            case Disturbance.KillAll:
                workers.KillAll(watch.Owners);
                break;
            default:
                await server.RestartAsync(limit);
                _restarts++;
                break;
        }

        Say($"{what} in {watch.Phase}, {watch.Copied:N0} copied");
    }

    private async Task<bool> CompareAsync(ServiceProvider observer, CancellationToken limit)
    {
        var before = await Comparison.OfAsync(observer.GetRequiredService<ILegacyItems>(), _expected, limit);
        var after = await Comparison.OfAsync(observer.GetRequiredService<IItems>(), _expected, limit);
        Say($"old items: {before}");
        Say($"new items: {after}");
        Console.WriteLine($"{before.Lost + after.Lost} lost, {before.Stale + after.Stale} stale, {before.Resurrected + after.Resurrected} resurrected");
        return before.Agrees && after.Agrees;
    }

    private bool Tell(SegmentWatch watch, WorkerPool workers, FlightClient[] clients)
    {
        watch.Violations.ForEach(Console.WriteLine);
        var wrong = clients.Sum(client => client.Wrong);
        var (writes, reads) = (clients.Sum(client => client.Writes), clients.Sum(client => client.Reads));
        var (retries, inDoubt) = (clients.Sum(client => client.Retries), clients.Sum(client => client.InDoubt));
        Console.WriteLine(
            $"{size.Items:N0} items, {workers.Killed} kills of {size.Workers} workers ({workers.KilledAtWork} held segments), {_restarts} restarts, "
            + $"{workers.Throttled:N0} requests of workers throttled, {workers.Lost:N0} answers lost to them; "
            + $"{watch.Copied:N0} copied in {watch.Segments} segments, {watch.TakenOver} taken over, {watch.Positions} positions, "
            + $"{watch.Violations.Count} went back; {writes:N0} writes and {reads:N0} reads by {size.Clients} clients, {wrong} wrong answers, "
            + $"{retries:N0} calls made again ({inDoubt:N0} writes in doubt); in {Stopwatch.GetElapsedTime(_started).TotalSeconds:F0} s");
        // No key is passed twice, however often items are deleted and put again: more would be a segment that went back unseen.
        return wrong == 0 && watch.Violations.Count == 0 && watch.Copied <= size.Items;
    }

    private void Say(string line)
    {
        _told = Stopwatch.GetTimestamp();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(_started).TotalSeconds,6:F0} s  {line}");
    }
}
