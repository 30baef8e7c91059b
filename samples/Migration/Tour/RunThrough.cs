using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;
using Microsoft.Extensions.DependencyInjection;
using MovingOrders.Load;
using MovingOrders.Sales;

namespace MovingOrders.Tour;

/// <summary>Leads the migration through its phases while both builds work, once back and forth again, and compares everything at the end.</summary>
internal sealed class RunThrough(IServiceProvider services, OrderBook book, IReadOnlyList<Build> builds, ShadowReads shadowReads)
{
    private const int EnoughShadowReads = 300;
    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly MigrationRunner _runner = services.GetRequiredKeyedService<MigrationRunner>(nameof(OrderMigration));
    private readonly ProgressWatch _watch = new(services.GetRequiredKeyedService<MigrationRunner>(nameof(OrderMigration)));
    private Screen? _screen;
    private bool _differed;

    private Screen Screen => _screen ??= new Screen(_watch, builds, shadowReads);

    /// <summary>Runs until the migration is done, or until it is stopped: then what was written until now is compared.</summary>
    /// <returns>Whether nothing differed.</returns>
    public async Task<bool> RunAsync(bool once, CancellationToken cancellationToken)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = new CancellationTokenSource();
        Agreement? result = null;
        await Screen.ShowAsync(async () =>
        {
            var watching = _watch.WatchAsync(Screen.Tell, ended.Token);
            await LeadAsync(once, broken);
            await Task.WhenAll(builds.Select(build => build.CloseAsync()));
            result = await Agreement.ReadAsync(book, builds);
            await ended.CancelAsync();
            await watching;
        });
        return Conclude(result!);
    }

    private async Task LeadAsync(bool once, CancellationTokenSource broken)
    {
        try
        {
            await EstimateAsync(broken.Token);
            foreach (var build in builds)
            {
                build.Open(book, broken);
            }

            await StayAsync(MigrationPhase.NotStarted, broken.Token);
            await ToCutoverAsync(broken.Token);
            await BackAndForthAsync(broken.Token);
            await CompareAsync(broken.Token);
            if (!once)
            {
                Screen.Tell("It stays here: try the verbs in another terminal. Ctrl+C compares everything and ends");
                await Task.Delay(Timeout.Infinite, broken.Token);
            }

            await ToDoneAsync(broken.Token);
        }
        catch (OperationCanceledException) when (broken.IsCancellationRequested)
        {
            Screen.Tell("Stopped; every order is compared with what it should be");
        }
        catch (MigrationStoppedException stopped)
        {
            _differed = true;
            Screen.Tell(stopped.Message);
        }
    }

    private async Task EstimateAsync(CancellationToken cancellationToken)
    {
        var estimate = await _runner.EstimateAsync(cancellationToken: cancellationToken);
        Screen.Tell($"{estimate.Items} old orders will take {estimate.ReadUnits:0} read and {estimate.WriteUnits:0} write units, "
            + $"USD {estimate.Price:0.0000}, and {estimate.Duration?.TotalSeconds:0} s");
    }

    private async Task ToCutoverAsync(CancellationToken cancellationToken)
    {
        for (var phase = MigrationPhase.Expand; phase <= MigrationPhase.Cutover; phase++)
        {
            await ReachAsync(phase, cancellationToken);
            if (phase == MigrationPhase.ShadowRead)
            {
                await ReadShadowsAsync(cancellationToken);
            }
        }
    }

    /// <summary>One phase back, which takes no build out of its work, and forth again.</summary>
    private async Task BackAndForthAsync(CancellationToken cancellationToken)
    {
        var back = await _runner.RollBackAsync(cancellationToken);
        Screen.Tell($"Rolled back from {MigrationPhase.Cutover} to {back.Phase}");
        await StayAsync(back.Phase, cancellationToken);
        await ReachAsync(MigrationPhase.Cutover, cancellationToken);
    }

    private async Task ToDoneAsync(CancellationToken cancellationToken)
    {
        await ReachAsync(MigrationPhase.Contract, cancellationToken);
        await ReachAsync(MigrationPhase.Done, cancellationToken);
        const int employee = 4;
        var latest = await builds[^1].Services.GetRequiredService<IOrders>().LatestOfEmployee(employee, limit: 3, cancellationToken);
        Screen.Tell($"The latest orders of employee {employee}, by the new index: {string.Join(", ", latest.Select(order => order.OrderId))}");
    }

    /// <summary>Does the work of a phase, and stays in it for a while.</summary>
    private async Task ReachAsync(MigrationPhase phase, CancellationToken cancellationToken)
    {
        await _runner.RunAsync(phase, cancellationToken);
        await StayAsync(phase, cancellationToken);
    }

    /// <summary>Stays in a phase for a while, from when it is seen.</summary>
    private async Task StayAsync(MigrationPhase phase, CancellationToken cancellationToken)
    {
        while (_watch.Progress.State.Phase < phase)
        {
            await Task.Delay(Poll, cancellationToken);
        }

        await Task.Delay(Stay, cancellationToken);
        Screen.TellSpeed();
    }

    private async Task ReadShadowsAsync(CancellationToken cancellationToken)
    {
        while (shadowReads.Matches + shadowReads.Mismatches < EnoughShadowReads)
        {
            await Task.Delay(Poll, cancellationToken);
        }

        Screen.Tell($"{shadowReads.Matches} shadow reads match, {shadowReads.Mismatches} do not");
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var found = await _runner.VerifyAsync(cancellationToken);
        _differed |= !found.Agrees;
        Screen.Tell($"Compared {found.OldItems} old and {found.NewItems} new orders while they were written: "
            + $"{found.Lost} lost, {found.Stale} stale, {found.Resurrected} resurrected, {found.Failed} that cannot be copied");
    }

    private bool Conclude(Agreement result)
    {
        var mismatches = builds.Sum(build => build.Counts.Totals.Mismatches);
        // A shadow read may come before the delivery to another place.
        var isRight = !_differed && result.IsComplete && mismatches == 0 && (_runner.HasOutbox || shadowReads.Mismatches == 0);
        Console.WriteLine(
            $"{(isRight ? "All" : "NOT ALL")} {result.Orders} orders agree, as both builds read them: {result.Lost} lost, {result.Stale} stale, "
                + $"{result.Resurrected} resurrected.");
        Console.WriteLine(
            $"Of {builds.Sum(build => build.Counts.Totals.Reads)} reads and {builds.Sum(build => build.Counts.Totals.Writes)} writes, {mismatches} came to "
                + $"something else than expected; of {shadowReads.Matches + shadowReads.Mismatches} shadow reads, {shadowReads.Mismatches} differed.");
        return isRight;
    }
}
