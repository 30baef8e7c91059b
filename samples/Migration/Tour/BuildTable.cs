using MovingOrders.Load;
using Spectre.Console;

namespace MovingOrders.Tour;

/// <summary>What each build does, how fast, and whether every answer was what it should be.</summary>
internal sealed class BuildTable(IReadOnlyList<Build> builds)
{
    private readonly Speed<BuildTotals>[] _speeds = [.. builds.Select(_ => new Speed<BuildTotals>())];

    /// <summary>The last two seconds.</summary>
    public Table Speeds()
    {
        var table = TableOf("Reads/s", "ms each", "Writes/s", "ms each", "Reads", "Writes", "Written anew", "Mismatches");
        foreach (var (build, rate) in builds.Zip(Rates()))
        {
            var totals = build.Counts.Totals;
            table.AddRow(
                build.Name, $"{rate.Reads:0}", $"{rate.ReadMilliseconds:0.0}", $"{rate.Writes:0}", $"{rate.WriteMilliseconds:0.0}",
                $"{totals.Reads}", $"{totals.Writes}", $"{totals.WrittenAnew}", $"{totals.Mismatches}");
        }

        return table;
    }

    /// <summary>The whole run.</summary>
    public Table Totals()
    {
        var table = TableOf("Reads", "Writes", "Written anew", "Mismatches");
        foreach (var build in builds)
        {
            var totals = build.Counts.Totals;
            table.AddRow(build.Name, $"{totals.Reads}", $"{totals.Writes}", $"{totals.WrittenAnew}", $"{totals.Mismatches}");
        }

        return table;
    }

    /// <summary>The last two seconds in a line.</summary>
    public string Line() => string.Join("; ", builds.Zip(Rates()).Select(pair =>
        $"{pair.First.Name} build {pair.Second.Reads:0} reads/s of {pair.Second.ReadMilliseconds:0.0} ms, "
            + $"{pair.Second.Writes:0} writes/s of {pair.Second.WriteMilliseconds:0.0} ms"));

    private static Table TableOf(params IEnumerable<string> headings) =>
        new Table().Title("Builds").AddColumn("Build").AddColumns([.. headings.Select(heading => new TableColumn(heading).RightAligned())]);

    private IEnumerable<Rate> Rates()
    {
        for (var build = 0; build < builds.Count; build++)
        {
            var now = builds[build].Counts.Totals;
            var (before, seconds) = _speeds[build].See(now);
            var (reads, writes) = (now.Reads - before.Reads, now.Writes - before.Writes);
            yield return new Rate(
                reads / seconds,
                (now.ReadTime - before.ReadTime).TotalMilliseconds / Math.Max(1, reads),
                writes / seconds,
                (now.WriteTime - before.WriteTime).TotalMilliseconds / Math.Max(1, writes));
        }
    }

    private readonly record struct Rate(double Reads, double ReadMilliseconds, double Writes, double WriteMilliseconds);
}
