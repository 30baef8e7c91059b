using DynamoGen.Regions;
using DynamoGen.Telemetry;
using DynamoGen.Timing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DynamoGen.Hosting;

/// <summary>Reads which region writes each table of one region while the host runs, for the repositories of this process.</summary>
/// <param name="provider">The application's services.</param>
/// <param name="client">The client's name, or null.</param>
internal sealed class FollowedWriters(IServiceProvider provider, string? client) : BackgroundService
{
    private readonly RegionClients _clients = ClientServices.Of<RegionClients>(provider, client);
    private readonly RegionFailover _failover = ClientServices.Of<RegionFailover>(provider, client);
    private readonly TimeProvider _timeProvider = provider.GetRequiredService<TimeProvider>();

    /// <summary>Reads before anything else starts that may write; where a region does not answer, it is asked on in the background.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _timeProvider.WaitAsync(_clients.Options.WriterInterval, stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await ReadAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var logger = provider.GetRequiredService<DynamoGenTelemetry>().Logger;
        foreach (var table in _clients.Tables)
        {
            foreach (var status in await _failover.ReadStatusAsync(table, cancellationToken).ConfigureAwait(false))
            {
                if (status.Failure is { } failure)
                {
                    logger.WriterUnread(status.Region, table.Name, failure.GetType().Name);
                }
            }
        }
    }
}
