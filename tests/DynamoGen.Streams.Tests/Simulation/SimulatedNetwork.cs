namespace DynamoGen.Streams.Tests.Simulation;

/// <summary>Carries the requests of one process: they take time, get lost on the way there or back, and are late.</summary>
internal sealed class SimulatedNetwork(VirtualScheduler scheduler, SimulatedProcess process, double lost)
{
    public VirtualScheduler Scheduler => scheduler;

    public SimulatedProcess Process => process;

    public async ValueTask<T> CallAsync<T>(Func<T> apply, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<T>();
        using var cancelled = cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<T>)state!).TrySetCanceled(token), answer);
        var (lostThere, lostBack) = (scheduler.Chance(lost), scheduler.Chance(lost));
        var (there, back) = (Latency(), Latency());

        // What is on its way arrives, whatever becomes of the process.
        scheduler.Schedule(scheduler.World, there, () =>
        {
            if (lostThere)
            {
                scheduler.Schedule(process, back, () => answer.TrySetException(new IOException("The connection was lost.")));
                return;
            }

            try
            {
                var result = apply();
                scheduler.Schedule(process, back, () => _ = lostBack
                    ? answer.TrySetException(new IOException("The answer was lost."))
                    : answer.TrySetResult(result));
            }
            catch (Exception exception)
            {
                scheduler.Schedule(process, back, () => answer.TrySetException(exception));
            }
        });
        return await answer.Task.ConfigureAwait(false);
    }

    private TimeSpan Latency() => scheduler.Chance(0.01) ? scheduler.Milliseconds(500, 4000) : scheduler.Milliseconds(2, 40);
}
