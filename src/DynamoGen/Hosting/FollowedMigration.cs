using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Migrations.ShadowReads;
using DynamoGen.Migrations.Store;
using DynamoGen.Telemetry;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Hosting;

/// <summary>Follows the phase of a migration while the host runs, for the repositories of this process.</summary>
internal sealed class FollowedMigration : BackgroundService
{
    private readonly MigrationParts _parts;
    private readonly ShadowReadReporter _reporter;

    public FollowedMigration(MigrationRegistration registration, IServiceProvider provider)
    {
        _parts = registration.CreateParts(provider);
        var transactions = new TransactionSender(
            ClientRegistration.CreateInvalidatingTransport(provider, registration.ClientName),
            provider.GetRequiredService<DynamoGenTelemetry>(),
            _parts.TimeProvider,
            ClientServices.Of<RegisteredInterceptors>(provider, registration.ClientName).Requests);
        var ledger = MigrationTables.Of(_parts.Schema, ClientServices.Of<DynamoGenOptions>(provider, registration.ClientName)).Ledger;
        var counter = new ShadowReadCounter(_parts.Schema.Name, _parts.Worker);
        _reporter = new ShadowReadReporter(counter, _parts.ShadowReads!, _parts.Options.Phases.Interval, _parts.TimeProvider, Tell);
        Session = new MigrationSession(
            _parts.Follower, transactions, _parts.Settlement, ledger, counter, _parts.Schema.Target, _parts.TimeProvider);
    }

    /// <summary>What the repositories ask.</summary>
    public MigrationSession Session { get; }

    /// <summary>Reads the phase before anything else starts that may read or write; where that fails, it is tried on in the background.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _parts.Follower.FollowAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Tell(exception);
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_parts.Follower.RunAsync(stoppingToken), _reporter.RunAsync(stoppingToken));

    private void Tell(Exception failure) => _parts.Logger?.PhaseUnread(_parts.Schema.Name, FailureReason.Of(failure));
}
