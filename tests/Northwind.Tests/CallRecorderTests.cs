using Northwind.Catalog;
using Northwind.Tour;

namespace Northwind.Tests;

/// <summary>The recorder keeps the calls of its maker, while others call too.</summary>
public sealed class CallRecorderTests(LoadedNorthwind northwind)
{
    [Fact]
    public async Task Calls_that_others_make_at_the_same_time_are_not_kept()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var started = new TaskCompletionSource();
        Task others;
        using (ExecutionContext.SuppressFlow())
        {
            others = Task.Run(() => CallUntilAsync(started, stop.Token), CancellationToken.None);
        }

        using var recorder = new CallRecorder();
        await started.Task;
        for (var i = 0; i < 200; i++)
        {
            await northwind.Get<IProducts>().Get(11);
            Assert.Equal("IProducts.Get", Assert.Single(recorder.TakeCalls()).Pattern);
        }

        await stop.CancelAsync();
        await others;
    }

    private async Task CallUntilAsync(TaskCompletionSource started, CancellationToken stopped)
    {
        while (!stopped.IsCancellationRequested)
        {
            await northwind.Get<IProducts>().Get(12, CancellationToken.None);
            started.TrySetResult();
        }
    }
}
