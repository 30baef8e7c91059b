using DynamoGen.Telemetry;

namespace DynamoGen.Streams.Reconciliation;

/// <summary>A reconciliation that an application has registered: what its job runs at an interval, and the command line when it is asked to.</summary>
public sealed class RegisteredReconciliation : IDisposable
{
    private readonly IReconciler _reconciler;
    private readonly DynamoGenTelemetry _telemetry;
    private readonly SemaphoreSlim _gate = new(1);

    internal RegisteredReconciliation(string name, IReconciler reconciler, ReconciliationJobOptions job, DynamoGenTelemetry telemetry)
    {
        Name = name;
        Job = job;
        _reconciler = reconciler;
        _telemetry = telemetry;
    }

    /// <summary>The name, of which an application has one each.</summary>
    public string Name { get; }

    /// <summary>How it compares where nothing else is asked for.</summary>
    public ReconciliationOptions Options => _reconciler.Options;

    /// <summary>When it runs by itself.</summary>
    public ReconciliationJobOptions Job { get; }

    /// <summary>Compares once, behind a run that is under way in this process, and counts what was found.</summary>
    /// <param name="options">How to compare; null for <see cref="Options"/>.</param>
    /// <param name="cancellationToken">Ends the run; what was repaired stays so.</param>
    /// <returns>What was found.</returns>
    public async Task<ReconciliationReport> RunAsync(ReconciliationOptions? options = null, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var report = await _reconciler.RunAsync(options ?? Options, cancellationToken).ConfigureAwait(false);
            _telemetry.Reconciled(Name, report.Compared, report.Drifted, report.Repaired);
            return report;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _telemetry.ReconciliationFailed(Name, exception);
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends it with the application's services.</summary>
    public void Dispose() => _gate.Dispose();
}
