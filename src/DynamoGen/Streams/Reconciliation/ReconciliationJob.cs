using DynamoGen.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Streams.Reconciliation;

/// <summary>Runs a reconciliation again and again while the host runs, one run at a time.</summary>
internal sealed class ReconciliationJob(
    RegisteredReconciliation reconciliation, TimeProvider timeProvider, ILogger<ReconciliationJob> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = reconciliation.Job.Interval!.Value;
        await Task.Delay(reconciliation.Job.InitialDelay ?? interval, timeProvider, stoppingToken).ConfigureAwait(false);
        while (true)
        {
            await RunAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(interval, timeProvider, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>A run that fails is told, and followed by the next one.</summary>
    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var report = await reconciliation.RunAsync(options: null, cancellationToken).ConfigureAwait(false);
            logger.Reconciled(
                report.Drifted > report.Repaired ? LogLevel.Warning : LogLevel.Information,
                reconciliation.Name,
                report.Compared,
                report.Drifted,
                report.Repaired);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The messages of our own exceptions never hold a value; others may.
            var type = AccessPatternCall.ErrorType(exception);
            logger.ReconciliationFailed(reconciliation.Name, exception is DynamoGenException ? $"{type}: {exception.Message}" : type);
        }
    }
}
