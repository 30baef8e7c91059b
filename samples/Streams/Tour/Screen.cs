using System.Globalization;
using OrderStreams.Search;
using OrderStreams.Workers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OrderStreams.Tour;

/// <summary>What is seen: the workers, what came of the changes, and what happened. Without a terminal, events as lines and the tables at the end.</summary>
internal sealed class Screen(OrderWriter writer, SearchServer cluster, IReadOnlyCollection<WorkerProcess> workers)
{
    private const int MostWorkers = 5;
    private const int MostEvents = 12;
    private const int LeastEvents = 3;
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
            AnsiConsole.Write(Workers(workers));
            AnsiConsole.Write(Totals());
            return;
        }

        // Room behind the last line for the ^C that a terminal shows: it would begin another line, and the screen be drawn below itself.
        AnsiConsole.Profile.Width -= 3;
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

    /// <summary>
    /// As many lines at any time, so that nothing is drawn over the lines before it, and no more than the terminal has, which would be cut.
    /// </summary>
    private Rows Everything()
    {
        var (shown, totals) = (Workers(Shown(), MostWorkers), Totals());
        var lines = Lines(shown) + Lines(totals);
        return new Rows(shown, totals, Events(Math.Clamp(AnsiConsole.Profile.Height - lines - 2, LeastEvents, MostEvents)));
    }

    private static int Lines(IRenderable part) =>
        part.Render(RenderOptions.Create(AnsiConsole.Console), AnsiConsole.Profile.Width).Sum(segment => segment.IsLineBreak ? 1 : segment.Text.Count('\n'));

    /// <summary>Those that are alive, and as many of the last ones that are gone as there is room for.</summary>
    private IEnumerable<WorkerProcess> Shown()
    {
        var all = workers.Index().ToList();
        return all.OrderByDescending(worker => worker.Item.IsAlive).ThenByDescending(worker => worker.Index).Take(MostWorkers)
            .OrderBy(worker => worker.Index).Select(worker => worker.Item);
    }

    private static Table Workers(IEnumerable<WorkerProcess> workers, int rows = 0)
    {
        var table = new Table().Title("Workers");
        table.AddColumns("Worker", "Process", "State");
        table.AddColumns([.. new[] { "Shards", "Records", "Lag", "Taken", "Taken over", "Given away", "Read to the end", "Failed attempts" }
            .Select(heading => new TableColumn(heading).RightAligned())]);
        foreach (var worker in workers)
        {
            var (shards, records, lag, taken, takenOver, moved, ended, failures) = worker.Report;
            table.AddRow(
                [worker.Name, $"{worker.ProcessId}", worker.State, $"{shards}", $"{records}", $"{lag:0.0} s",
                    $"{taken}", $"{takenOver}", $"{moved}", $"{ended}", $"{failures}"]);
        }

        while (table.Rows.Count < rows)
        {
            table.AddEmptyRow();
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

    /// <summary>The last events, cut to the width: a line that goes on in the next would move what is below it.</summary>
    private Rows Events(int count)
    {
        lock (_gate)
        {
            var width = AnsiConsole.Profile.Width;
            var lines = _events.TakeLast(count).Select(line => line.Length <= width ? line : $"{line[..(width - 1)]}…").ToList();
            return new Rows(lines.Concat(Enumerable.Repeat(" ", count - lines.Count)).Select(line => new Text(line)));
        }
    }
}
