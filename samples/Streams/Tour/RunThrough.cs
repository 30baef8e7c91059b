using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using DynamoGen;
using DynamoGen.Local;
using DynamoGen.Streams.Failures;
using Microsoft.Extensions.DependencyInjection;
using OrderStreams.Handlers;
using OrderStreams.Sales;
using OrderStreams.Search;
using OrderStreams.Workers;

namespace OrderStreams.Tour;

/// <summary>Writes orders while shards roll over and a worker is killed; feeds the order that failed again; then compares everything with the table.</summary>
internal sealed class RunThrough(IServiceProvider services, DynamoDbLocal server, SearchServer cluster, SampleAddress address) : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Far more than anything here takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly IOrders _orders = services.GetRequiredService<IOrders>();
    private readonly OrderWriter _writer = new(services.GetRequiredService<IOrders>());

    /// <summary>The screen looks at them while others start.</summary>
    private readonly ConcurrentQueue<WorkerProcess> _workers = new();
    private Screen? _screen;

    private Screen Screen => _screen ??= new Screen(_writer, cluster, _workers);

    /// <summary>Runs, with further rounds until it is stopped unless it is to run once.</summary>
    /// <returns>Whether nothing was lost.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<Order> orders, bool once, CancellationToken cancellationToken)
    {
        Reconciliation? result = null;
        await Screen.ShowAsync(async () =>
        {
            StartWorker();
            StartWorker();
            await UntilAsync("the workers run", () => Task.FromResult(_workers.All(worker => worker.State != "starting")));
            await _writer.CreateAsync(OrderSource.Poison());
            var round = 0;
            do
            {
                await RoundAsync([.. orders.Select(order => order with { OrderId = order.OrderId + (round * 100_000) })], cancellationToken);
                round++;
            }
            while (!once && !cancellationToken.IsCancellationRequested);

            await FeedAgainAsync();
            result = await SettleAsync("everything is in the index", state => state.IsComplete);
            await Task.WhenAll(_workers.Where(worker => worker.State == "running").Select(worker => worker.StopAsync()));
        });
        return Conclude(result!);
    }

    public void Dispose()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }
    }

    /// <summary>A quarter of the orders after the other, with a rollover, a killed worker and another rollover between them.</summary>
    private async Task RoundAsync(Order[] orders, CancellationToken cancellationToken)
    {
        var quarter = (orders.Length + 3) / 4;
        var takeOver = Task.CompletedTask;
        try
        {
            await _writer.WriteAsync(orders.Take(quarter), cancellationToken);
            await RollOverAsync();
            await _writer.WriteAsync(orders.Skip(quarter).Take(quarter), cancellationToken);
            takeOver = KillBusiestAsync();
            await _writer.WriteAsync(orders.Skip(2 * quarter).Take(quarter), cancellationToken);
            await takeOver;
            await RollOverAsync();
            StartWorker();
            await _writer.WriteAsync(orders.Skip(3 * quarter), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Screen.Tell("Stopped; what was written is handled to the end");
        }

        // What was killed when the writing was stopped is still taken over.
        await takeOver;
    }

    private async Task RollOverAsync()
    {
        try
        {
            await server.RollOverShardsAsync();
            Screen.Tell("Every shard was closed and has a child");
        }
        catch (NotSupportedException)
        {
            Screen.Tell($"No rollover: the server ({server.Source}) cannot be asked for one");
        }
    }

    private void StartWorker()
    {
        var worker = WorkerProcess.Start($"{(char)('A' + (_workers.Count % 26))}", address);
        _workers.Enqueue(worker);
        Screen.Tell($"Worker {worker.Name} starts as process {worker.ProcessId}");
    }

    /// <summary>Kills the worker that reads most shards, and waits until another one has taken them over.</summary>
    private async Task KillBusiestAsync()
    {
        WorkerProcess? victim = null;
        await UntilAsync("a worker reads", () => Task.FromResult((victim = Busiest()) is not null));
        if (victim is null)
        {
            return;
        }

        var (before, shards, killedAt) = (TakenOver(), victim.Report.Shards, DateTimeOffset.UtcNow);
        await victim.KillAsync();
        Screen.Tell($"Worker {victim.Name} was killed while it read {shards} {(shards == 1 ? "shard" : "shards")}");
        await UntilAsync("another worker takes over", () => Task.FromResult(TakenOver() > before));
        Screen.Tell($"Another worker took over {(DateTimeOffset.UtcNow - killedAt).TotalSeconds:0.0} s later");
    }

    private WorkerProcess? Busiest() =>
        _workers.Where(worker => worker is { State: "running", Report.Shards: > 0 }).MaxBy(worker => worker.Report.Shards);

    private long TakenOver() => _workers.Sum(worker => worker.Report.TakenOver);

    /// <summary>The order that the cluster refuses was put aside and held nothing up; the cluster is repaired, and the order fed again.</summary>
    private async Task FeedAgainAsync()
    {
        var failed = new FailedRecordTable(services.GetRequiredService<IAmazonDynamoDB>(), services.GetRequiredService<DynamoGenOptions>());
        await UntilAsync("the refused order is put aside", async () => await failed.ReadAsync(SearchIndexer.HandlerName).AnyAsync());
        await SettleAsync("all others are in the index", state => state.Untold.Count == 0 && state.Wrong is [OrderSource.PoisonOrderId]);
        Screen.Tell("All orders are in the index but the one that the cluster refuses, which was put aside");
        cluster.KnowsAtlantis = true;
        await TellVerbAsync("streams", "failed", "list");
        await TellVerbAsync("streams", "failed", "replay", "--handler", SearchIndexer.HandlerName);
    }

    private async Task TellVerbAsync(params IEnumerable<string> verb)
    {
        using var command = SelfProcess.Start(address, ["dynamogen", .. verb]);
        var lines = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Screen.Tell(line);
        }
    }

    /// <summary>Compares until the state is as it should be; what is lost would never be.</summary>
    private async Task<Reconciliation> SettleAsync(string what, Func<Reconciliation, bool> isSettled)
    {
        Reconciliation state = null!;
        await UntilAsync(what, async () => isSettled(state = await Reconciliation.RunAsync(_orders, cluster, _writer)));
        return state;
    }

    private async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        var end = DateTimeOffset.UtcNow + Patience;
        while (!await condition() && DateTimeOffset.UtcNow < end)
        {
            await Task.Delay(Poll);
        }

        if (DateTimeOffset.UtcNow >= end)
        {
            Screen.Tell($"Waited in vain until {what}");
        }
    }

    private bool Conclude(Reconciliation result)
    {
        foreach (var worker in _workers.Where(worker => worker.Errors.Length > 0))
        {
            Console.Error.WriteLine($"Worker {worker.Name}: {worker.Errors}");
        }

        var index = cluster.Index;
        Console.WriteLine($"A search for 'Germany Shipped' finds {index.Find("Germany Shipped").Count}, one for 'Atlantis' {index.Find("Atlantis").Count}.");
        Console.WriteLine(result.IsComplete
            ? $"Nothing was lost: the index has the {result.Orders} orders of the table as they are, and customers were told of {_writer.Written} changes, "
                + $"of {cluster.Outbox.Repeated} twice."
            : $"LOST: {result.Wrong.Count} documents differ from the table, {result.Untold.Count} notifications are missing.");
        return result.IsComplete;
    }
}
