using DynamoGen.Calls;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Migrations.Store;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Hosting;

/// <summary>A migration that this process takes part in.</summary>
/// <param name="items">The migration.</param>
/// <param name="options">How the process takes part.</param>
/// <param name="clientName">The name of the client that reaches both entities, or null.</param>
internal sealed class MigrationRegistration(ItemMigration items, MigrationOptions options, string? clientName)
{
    /// <summary>The name of the client that reaches both entities, or null.</summary>
    public string? ClientName { get; } = clientName;

    /// <summary>The migration's name, of which an application has one each.</summary>
    public string Name => items.Schema.Name;

    /// <summary>Puts together what a migration is followed, or run, with. Each has a place of its own in the fleet's register.</summary>
    public MigrationParts CreateParts(IServiceProvider provider)
    {
        var client = ClientRegistration.Connected(provider, ClientName).Client;
        var names = ClientServices.Of<DynamoGenOptions>(provider, ClientName);
        var timeProvider = provider.GetRequiredService<TimeProvider>();
        var tables = MigrationTables.Of(items.Schema, names);
        var store = new DynamoMigrationStore(client, tables.Ledger);
        var logger = provider.GetService<ILogger<MigrationRunner>>();
        var worker = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
        var pace = options.Backfill;
        var (reading, writing) = (new CapacityPace(pace.MaxReadUnitsPerSecond, timeProvider), new CapacityPace(pace.MaxWriteUnitsPerSecond, timeProvider));
        var follower = new PhaseFollower(store, Name, worker, options.Phases, timeProvider, Tell);
        var calls = CreateCalls(provider, names, reading, writing, follower, timeProvider);
        return new MigrationParts(
            worker,
            items,
            options,
            store,
            new DynamoSegmentStore(client, tables.Ledger),
            new DynamoLedger(client, tables, items.Schema, timeProvider),
            items.Backfill(calls, options.Backfill),
            items.Verification(calls, options.Backfill),
            follower,
            timeProvider,
            logger,
            provider.GetRequiredService<DynamoGenTelemetry>())
        {
            ShadowReads = new DynamoShadowReadStore(client, tables.Ledger),
            Sampler = new TableSampler(client, tables.Source, items.Schema.Source),
            ReadPace = reading,
            WritePace = writing,
        };

        void Tell(Exception failure) => logger?.PhaseUnread(Name, FailureReason.Of(failure));
    }

    private BackfillCalls CreateCalls(
        IServiceProvider provider,
        DynamoGenOptions names,
        CapacityPace reading,
        CapacityPace writing,
        PhaseFollower follower,
        TimeProvider timeProvider)
    {
        var transport = ClientServices.Of<ITransport>(provider, ClientName);
        var telemetry = provider.GetRequiredService<DynamoGenTelemetry>();
        var interceptors = ClientServices.Of<RegisteredInterceptors>(provider, ClientName).Requests;
        var paced = new PacedTransport(transport, writing, follower.ThrowIfExpired);
        return new BackfillCalls(
            new RequestSender(transport, telemetry, names, interceptors),
            new BatchSender(new RequestSender(paced, telemetry, names, interceptors), names.Batches, timeProvider),
            reading);
    }
}
