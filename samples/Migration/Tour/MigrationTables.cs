using DynamoGen.Migrations;
using MovingOrders.Load;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MovingOrders.Tour;

/// <summary>How far the migration is: the line of phases, what the present one means, and the numbers of the copying.</summary>
internal sealed class MigrationTables(ProgressWatch watch, ShadowReads shadowReads)
{
    private const int BarWidth = 16;

    private readonly Speed<long> _copying = new();

    /// <summary>All phases, with those that are over, the present one and those to come told apart.</summary>
    public IRenderable Phases()
    {
        var now = watch.Progress.State.Phase;
        var phases = Enum.GetValues<MigrationPhase>().Select(phase => phase.CompareTo(now) switch
        {
            < 0 => $"[green]{phase}[/]",
            0 => $"[black on yellow] {phase} [/]",
            > 0 => $"[grey]{phase}[/]",
        });
        return new Rows(new Markup(string.Join(" ", phases)), new Text(PhaseMeanings.Of(now)));
    }

    /// <summary>The numbers.</summary>
    public Table Numbers()
    {
        var table = new Table().Title("Migration");
        table.AddColumn("Segments");
        table.AddColumns([.. new[] { "Copied", "Copied/s", "Ledger", "Cannot be copied", "Processes", "Shadow reads match", "do not match" }
            .Select(heading => new TableColumn(heading).RightAligned())]);
        var progress = watch.Progress;
        var (before, seconds) = _copying.See(progress.Copied);
        table.AddRow(
            $"{Bar(progress.SegmentsDone, progress.Segments)} {progress.SegmentsDone,2}/{progress.Segments,-2}",
            $"{progress.Copied}", $"{Math.Max(0, progress.Copied - before) / seconds:0}", $"{progress.Unsettled}", $"{progress.Failed}",
            $"{progress.Instances.Count}", $"{shadowReads.Matches}", $"{shadowReads.Mismatches}");
        return table;
    }

    /// <summary>The numbers in a line.</summary>
    public string Line() =>
        $"{watch.Progress.SegmentsDone}/{watch.Progress.Segments} segments, {watch.Progress.Copied} copied, {watch.Progress.Unsettled} in the ledger, "
            + $"{shadowReads.Matches} shadow reads match, {shadowReads.Mismatches} do not";

    private static string Bar(int done, int all)
    {
        var full = all == 0 ? 0 : BarWidth * done / all;
        return $"[green]{new string('█', full)}[/][grey]{new string('░', BarWidth - full)}[/]";
    }
}
