using DynamoGen.Timing;

namespace DynamoGen.Migrations.ShadowReads;

/// <summary>Reports what a process has counted, from time to time and at its end.</summary>
/// <param name="counter">What was counted.</param>
/// <param name="store">Takes the reports.</param>
/// <param name="interval">How often it reports, if there is something new.</param>
/// <param name="timeProvider">Tells the time.</param>
/// <param name="failed">Is told of each report that fails; the next one makes up for it.</param>
internal sealed class ShadowReadReporter(
    ShadowReadCounter counter, IShadowReadStore store, TimeSpan interval, TimeProvider timeProvider, Action<Exception> failed)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await timeProvider.WaitAsync(interval, cancellationToken).ConfigureAwait(false))
        {
            await ReportAsync(cancellationToken).ConfigureAwait(false);
        }

        await ReportAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private async ValueTask ReportAsync(CancellationToken cancellationToken)
    {
        if (counter.TakeReport() is not { } report)
        {
            return;
        }

        try
        {
            await store.WriteAsync(report, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            counter.Retry();
            if (exception is not OperationCanceledException)
            {
                failed(exception);
            }
        }
    }
}
