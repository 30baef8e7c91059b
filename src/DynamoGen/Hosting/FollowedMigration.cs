using DynamoGen.Migrations;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Sessions;
using DynamoGen.Migrations.ShadowReads;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Hosting;

/// <summary>Follows the phase of a migration while the host runs, for the repositories of this process.</summary>
internal sealed class FollowedMigration : BackgroundService
{
    private readonly MigrationParts _parts;
    private readonly ShadowReadReporter _reporter;
    private readonly Deliveries? _deliveries;

    public FollowedMigration(MigrationRegistration registration, IServiceProvider provider)
    {
        _parts = registration.CreateParts(provider);
        var counter = new ShadowReadCounter(_parts.Schema.Name, _parts.Worker);
        _reporter = new ShadowReadReporter(counter, _parts.ShadowReads!, _parts.Options.Phases.Interval, _parts.TimeProvider, Tell);
        _deliveries = !registration.HasOutbox ? null : new Deliveries(
            new Delivery(_parts.Follower, _parts.Ledgers), _parts.Options.DeliveryInterval, _parts.TimeProvider, TellDelivery);
        Session = new MigrationSession(
            _parts.Follower,
            _parts.Ledgers,
            registration.CreateForth(provider),
            registration.CreateBack(provider),
            _deliveries,
            counter,
            _parts.Schema.Target,
            _parts.TimeProvider);
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var delivering = _deliveries?.RunAsync(stoppingToken) ?? Task.CompletedTask;
        await Task.WhenAll(_parts.Follower.RunAsync(stoppingToken), _reporter.RunAsync(stoppingToken), delivering).ConfigureAwait(false);
    }

    private void Tell(Exception failure) => _parts.Logger?.PhaseUnread(_parts.Schema.Name, FailureReason.Of(failure));

    private void TellDelivery(Exception failure) => _parts.Logger?.WorkFailed(_parts.Schema.Name, FailureReason.Of(failure));
}
