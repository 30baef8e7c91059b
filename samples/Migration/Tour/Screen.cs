using System.Globalization;
using DynamoGen.Migrations;
using MovingOrders.Load;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MovingOrders.Tour;

/// <summary>What is seen: the phase, the copying, both builds, and what happened. Without a terminal, events as lines and the tables at the end.</summary>
internal sealed class Screen
{
    private const int MostEvents = 12;
    private const int LeastEvents = 3;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly List<string> _events = [];
    private readonly MigrationTables _migration;
    private readonly BuildTable _builds;

    public Screen(ProgressWatch watch, IReadOnlyList<Build> builds, ShadowReads shadowReads) =>
        (_migration, _builds) = (new MigrationTables(watch, shadowReads), new BuildTable(builds));

    /// <summary>Shows the screen while something runs.</summary>
    public async Task ShowAsync(Func<Task> work)
    {
        if (Console.IsOutputRedirected)
        {
            await work();
            AnsiConsole.Write(_migration.Numbers());
            AnsiConsole.Write(_builds.Totals());
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

    /// <summary>Tells a phase that has begun.</summary>
    public void Tell(MigrationPhase phase) => Tell($"{phase}: {PhaseMeanings.Of(phase)}");

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

    /// <summary>Tells how fast the builds are, where the screen does not show it.</summary>
    public void TellSpeed()
    {
        if (Console.IsOutputRedirected)
        {
            Tell($"  {_builds.Line()}; {_migration.Line()}");
        }
    }

    /// <summary>
    /// As many lines at any time, so that nothing is drawn over the lines before it, and no more than the terminal has, which would be cut.
    /// </summary>
    private Rows Everything()
    {
        IRenderable[] parts = [_migration.Phases(), _migration.Numbers(), _builds.Speeds()];
        return new Rows([.. parts, Events(Math.Clamp(AnsiConsole.Profile.Height - parts.Sum(Lines) - 2, LeastEvents, MostEvents))]);
    }

    private static int Lines(IRenderable part) =>
        part.Render(RenderOptions.Create(AnsiConsole.Console), AnsiConsole.Profile.Width).Sum(segment => segment.IsLineBreak ? 1 : segment.Text.Count('\n'));

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
