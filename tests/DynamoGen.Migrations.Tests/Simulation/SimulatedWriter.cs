using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Streams.Tests.Simulation;

namespace DynamoGen.Migrations.Tests.Simulation;

/// <summary>One of those who write in a process of the application.</summary>
internal sealed class SimulatedWriter(VirtualScheduler scheduler, MigratedWorld world, SimulatedNetwork network, MigrationParts parts)
{
    private readonly Delivery _delivery = new(parts.Follower, parts.Ledgers);

    /// <summary>Writes as long as it is asked to.</summary>
    public async Task RunAsync(Func<bool> isWriting)
    {
        var key = 0;
        while (isWriting())
        {
            // Bursts of writes to one item, often by several at once, which is then left alone for long: what goes wrong with it stays to be seen.
            key = scheduler.Chance(0.15) ? KeyOfNow() : key;
            await scheduler.DelayAsync(network.Process, scheduler.Milliseconds(50, 2000)).ConfigureAwait(false);
            try
            {
                await WriteOnceAsync(key).ConfigureAwait(false);
                await ReadOnceAsync(KeyOfNow()).ConfigureAwait(false);
                if (world.HasOutbox && scheduler.Chance(0.7))
                {
                    await _delivery.DeliverAsync(MigratedWorld.Place(key), CancellationToken.None).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is IOException or PhaseUnknownException or WritesPausedException or InvalidOperationException)
            {
                // The application would tell its user.
            }
        }
    }

    /// <summary>Lets what is behind follow from time to time, as long as the process lives.</summary>
    public async Task SweepAsync()
    {
        while (world.State.Phase != MigrationPhase.Done)
        {
            await scheduler.DelayAsync(network.Process, scheduler.Milliseconds(5_000, 15_000)).ConfigureAwait(false);
            try
            {
                await _delivery.SweepAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or PhaseUnknownException)
            {
                // The next look finds it again.
            }
        }
    }

    /// <summary>An item that all favour for the moment, or any.</summary>
    private int KeyOfNow() => scheduler.Chance(0.5)
        ? (int)(scheduler.Now / TimeSpan.FromSeconds(15).Ticks % MigratedWorld.Keys)
        : scheduler.Random.Next(MigratedWorld.Keys);

    private async Task WriteOnceAsync(int key)
    {
        using var scope = parts.Follower.Enter(writes: true);
        var change = Change(scope.Plan is WritePlan.Source or WritePlan.SourceAndLedger && !scope.Delivers);
        var version = parts.Follower.Current!.Version;
        ValueTask<bool> SendAsync(WriteParts written) => network.CallAsync(() => world.Write(version, key, change, written), CancellationToken.None);
        switch (scope.Plan)
        {
            case WritePlan.Source:
                await SendAsync(WriteParts.Source).ConfigureAwait(false);
                break;
            case WritePlan.Target:
                await SendAsync(WriteParts.Target).ConfigureAwait(false);
                break;
            default:
                await DualWrite.RunAsync(
                    scope,
                    () => parts.Ledgers.SettlementOf(scope.State).SettleAsync(MigratedWorld.Place(key), scope.ThrowIfExpired, CancellationToken.None),
                    SendAsync).ConfigureAwait(false);
                break;
        }
    }

    private async Task ReadOnceAsync(int key)
    {
        using var scope = parts.Follower.Enter(writes: false);
        await network.CallAsync(() => world.Read(scope.State, key), CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>A put, an update that adds, or a deletion. Where the new item is written too, what cannot be copied is refused before it is sent.</summary>
    private Func<long?, long?> Change(bool isSourceAlone)
    {
        var value = scheduler.Random.Next(1, 1000);
        if (!isSourceAlone && !MigratedWorld.CanBeCopied(value))
        {
            value++;
        }

        return scheduler.Random.Next(4) switch
        {
            0 => static _ => null,
            1 when isSourceAlone => before => before + value,
            _ => _ => value,
        };
    }
}
