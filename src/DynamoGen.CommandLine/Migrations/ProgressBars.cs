using Spectre.Console;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>Shows how a migration goes by a bar for the segments, and a line below it.</summary>
internal static class ProgressBars
{
    /// <param name="console">A terminal.</param>
    /// <param name="watch">Is given what shows each state, until the run ends.</param>
    public static Task ShowAsync(IAnsiConsole console, Func<Func<StatusLine, Task>, Task> watch) => console.Progress()
        .AutoClear(enabled: true)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
        .StartAsync(context =>
        {
            var segments = context.AddTask("Begins", maxValue: 1);
            return watch(line =>
            {
                segments.MaxValue = Math.Max(1, line.Progress.Segments);
                segments.Value = line.Progress.SegmentsDone;
                segments.Description = Markup.Escape($"{line.State.Phase}: {ProgressText.Details(line)}");
                context.Refresh();
                return Task.CompletedTask;
            });
        });
}
