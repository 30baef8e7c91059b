using System.Globalization;
using OrderStreams.Search;
using OrderStreams.Workers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OrderStreams.Tour;

/// <summary>What is seen: the workers, what came of the changes, and what happened. Without a terminal, events as lines and the tables at the end.</summary>
internal sealed class Screen(OrderWriter writer, SearchServer cluster, IReadOnlyList<WorkerProcess> workers)
{
    private const int ShownEvents = 12;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly List<string> _events = [];

    /// <summary>Shows the screen while something runs.</summary>
    public async Task ShowAsync(Func<Task> work)
    {
        if (Console.IsOutputRedirected)
        {
            await work();
            AnsiConsole.Write(Workers());
            AnsiConsole.Write(Totals());
            return;
        }

        await AnsiConsole.Live(Everything()).StartAsync(async live =>
        {
            var running = work();
            while (!running.IsCompleted)
            {
                live.UpdateTarget(Everything());
                await Task.WhenAny(running, Task.Delay(Refresh));
            }

            live.UpdateTarget(Everything());
            await running;
        });
    }

    /// <summary>Tells an event.</summary>
    public void Tell(string what)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{(DateTimeOffset.UtcNow - _start).TotalSeconds,6:0.0} s  {what}");
        lock (_gate)
        {
            _events.Add(line);
        }

        if (Console.IsOutputRedirected)
        {
            Console.WriteLine(line);
        }
    }

    private Rows Everything() => new(Workers(), Totals(), Events());

    private Table Workers()
    {
        var table = new Table().Title("Workers");
        table.AddColumns("Worker", "Process", "State");
        table.AddColumns([.. new[] { "Shards", "Records", "Lag", "Taken", "Taken over", "Given away", "Read to the end", "Failed attempts" }
            .Select(heading => new TableColumn(heading).RightAligned())]);
        lock (_gate)
        {
            foreach (var worker in workers)
            {
                var (shards, records, lag, taken, takenOver, moved, ended, failures) = worker.Report;
                table.AddRow(
                    [worker.Name, $"{worker.ProcessId}", worker.State, $"{shards}", $"{records}", $"{lag:0.0} s",
                        $"{taken}", $"{takenOver}", $"{moved}", $"{ended}", $"{failures}"]);
            }
        }

        return table;
    }

    private Table Totals()
    {
        var table = new Table().Title("Changes");
        table.AddColumns([.. new[] { "Written", "Documents", "Passed over as known", "Customers told", "Told twice" }
            .Select(heading => new TableColumn(heading).RightAligned())]);
        table.AddColumn("Last");
        table.AddRow(
            $"{writer.Written}", $"{cluster.Index.Count}", $"{cluster.Index.PassedOver}", $"{cluster.Outbox.Count}", $"{cluster.Outbox.Repeated}",
            cluster.Outbox.Last);
        return table;
    }

    private IRenderable Events()
    {
        lock (_gate)
        {
            return new Text(string.Join(Environment.NewLine, _events.TakeLast(ShownEvents)));
        }
    }
}
