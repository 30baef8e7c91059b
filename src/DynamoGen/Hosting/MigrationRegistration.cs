using Amazon.DynamoDBv2;
using DynamoGen.Calls;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Migrations.Store;
using DynamoGen.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Hosting;

/// <summary>A migration that this process takes part in.</summary>
/// <param name="items">The migration.</param>
/// <param name="options">How the process takes part.</param>
/// <param name="sourceClient">The name of the client that reaches the old items, or null.</param>
internal sealed class MigrationRegistration(ItemMigration items, MigrationOptions options, string? sourceClient)
{
    /// <summary>The name of the client that reaches the old items, the ledger of them and the state, or null.</summary>
    public string? SourceClient { get; } = sourceClient;

    /// <summary>The name of the client that reaches the new items, or null.</summary>
    public string? TargetClient { get; } = options.TargetClient switch
    {
        null => sourceClient,
        "" => null,
        var name => name,
    };

    /// <summary>Whether old and new items lie in two accounts or regions.</summary>
    public bool LieApart => SourceClient != TargetClient;

    /// <summary>Whether the one side follows the other: they lie apart, or one item stands for several.</summary>
    public bool HasOutbox => LieApart || items.Schema.Cardinality != MigrationCardinality.OneToOne;

    private Placement Placement => new(HasOutbox, LieApart);

    /// <summary>The migration's name, of which an application has one each.</summary>
    public string Name => items.Schema.Name;

    /// <summary>Puts together what a migration is followed, or run, with. Each has a place of its own in the fleet's register.</summary>
    public MigrationParts CreateParts(IServiceProvider provider)
    {
        var timeProvider = provider.GetRequiredService<TimeProvider>();
        var (source, target) = (SourceOf(provider), TargetOf(provider));
        var store = new DynamoMigrationStore(source.Client, source.LedgerTable);
        var logger = provider.GetService<ILogger<MigrationRunner>>();
        var worker = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
        var pace = options.Backfill;
        var (reading, writing) = (new CapacityPace(pace.MaxReadUnitsPerSecond, timeProvider), new CapacityPace(pace.MaxWriteUnitsPerSecond, timeProvider));
        var follower = new PhaseFollower(store, Name, worker, options.Phases, Placement, timeProvider, Tell);
        var calls = CreateCalls(provider, source, target, reading, writing, follower);
        var ledgers = CreateLedgers(source, target, timeProvider);
        return new MigrationParts(
            worker,
            items,
            options,
            store,
            new DynamoSegmentStore(source.Client, source.LedgerTable),
            ledgers,
            items.Backfill(calls, options.Backfill),
            items.Verification(calls, HasOutbox ? new Delivery(follower, ledgers) : null, options.Backfill),
            follower,
            timeProvider,
            logger,
            provider.GetRequiredService<DynamoGenTelemetry>())
        {
            Placement = Placement,
            ShadowReads = new DynamoShadowReadStore(source.Client, source.LedgerTable),
            Sampler = new TableSampler(source.Client, source.TableName, items.Schema.Source),
            SourceItems = source,
            ReadPace = reading,
            WritePace = writing,
        };

        void Tell(Exception failure) => logger?.PhaseUnread(Name, FailureReason.Of(failure));
    }

    /// <summary>What writes of old items go through, alone or with new ones.</summary>
    public SessionSide CreateForth(IServiceProvider provider) => CreateSide(provider, SourceClient, Name, SourceOf(provider));

    /// <summary>What writes of new items go through that old ones follow.</summary>
    public SessionSide CreateBack(IServiceProvider provider) => CreateSide(provider, TargetClient, OutboxLedger.WayBack(Name), TargetOf(provider));

    private MigratedItems SourceOf(IServiceProvider provider) =>
        MigratedItems.SourceOf(items.Schema, ClientOf(provider, SourceClient), NamesOf(provider, SourceClient));

    private MigratedItems TargetOf(IServiceProvider provider) =>
        MigratedItems.TargetOf(items.Schema, ClientOf(provider, TargetClient), NamesOf(provider, TargetClient));

    private MigrationLedgers CreateLedgers(MigratedItems source, MigratedItems target, TimeProvider timeProvider) => new(
        HasOutbox ? new OutboxLedger(Name, source, target, timeProvider) : new TransactedLedger(Name, source, target, timeProvider),
        new LedgerConversion(items.Forward, source.AreMany ? item => LedgerEntry.Of(Name, items.GroupOfSource(item)!) : null),
        HasOutbox ? new OutboxLedger(OutboxLedger.WayBack(Name), target, source, timeProvider) : null,
        new LedgerConversion(
            items.Backward, target.AreMany ? item => LedgerEntry.Of(OutboxLedger.WayBack(Name), items.GroupOfTarget(item)!) : null));

    private BackfillCalls CreateCalls(
        IServiceProvider provider, MigratedItems source, MigratedItems target, CapacityPace reading, CapacityPace writing, PhaseFollower follower)
    {
        var paced = new PacedTransport(ClientServices.Of<ITransport>(provider, TargetClient), writing, follower.ThrowIfExpired);
        return new BackfillCalls(
            CreateSender(provider, SourceClient, ClientServices.Of<ITransport>(provider, SourceClient)),
            CreateSender(provider, TargetClient, ClientServices.Of<ITransport>(provider, TargetClient)),
            new BatchSender(CreateSender(provider, TargetClient, paced), NamesOf(provider, TargetClient).Batches, provider.GetRequiredService<TimeProvider>()),
            reading)
        {
            SourceItems = source,
            TargetItems = target,
        };
    }

    private static RequestSender CreateSender(IServiceProvider provider, string? client, ITransport transport) => new(
        transport,
        provider.GetRequiredService<DynamoGenTelemetry>(),
        NamesOf(provider, client),
        ClientServices.Of<RegisteredInterceptors>(provider, client).Requests);

    private static SessionSide CreateSide(IServiceProvider provider, string? client, string ledger, MigratedItems items) => new(
        new TransactionSender(
            ClientRegistration.CreateInvalidatingTransport(provider, client),
            provider.GetRequiredService<DynamoGenTelemetry>(),
            provider.GetRequiredService<TimeProvider>(),
            ClientServices.Of<RegisteredInterceptors>(provider, client).Requests),
        ledger,
        items);

    private static IAmazonDynamoDB ClientOf(IServiceProvider provider, string? client) => ClientRegistration.Connected(provider, client).Client;

    private static DynamoGenOptions NamesOf(IServiceProvider provider, string? client) => ClientServices.Of<DynamoGenOptions>(provider, client);
}
