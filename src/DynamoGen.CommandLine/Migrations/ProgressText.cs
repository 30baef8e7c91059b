using System.Globalization;
using DynamoGen.Migrations.Backfill;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>How a migration goes, in a line for people.</summary>
internal static class ProgressText
{
    public static string Of(StatusLine line) => $"{line.State.Phase}: {line.Progress.SegmentsDone} of {line.Progress.Segments} segments, {Details(line)}";

    /// <summary>The line without the phase and segments.</summary>
    public static string Details(StatusLine line) => string.Join(", ", Parts(line));

    private static IEnumerable<string> Parts(StatusLine line)
    {
        yield return Invariant($"{line.Progress.Copied:N0} items copied");
        if (line.Speed?.ItemsPerSecond is { } speed)
        {
            yield return Invariant($"{speed:N0} a second");
        }

        if (line.Speed?.Left is { } left)
        {
            yield return $"{left.ToString(left.Days > 0 ? @"d\.hh\:mm\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture)} left";
        }

        foreach (var pace in new[] { Of("reads", line.Progress.ReadPace), Of("writes", line.Progress.WritePace) }.OfType<string>())
        {
            yield return pace;
        }

        if (line.Progress.Unsettled > 0)
        {
            yield return Invariant($"{line.Progress.Unsettled:N0} in the ledger");
        }

        if (line.Progress.Failed > 0)
        {
            yield return Invariant($"{line.Progress.Failed:N0} cannot be copied");
        }

        var pending = line.Progress.Instances.Count(line.IsPending);
        if (pending > 0)
        {
            yield return Invariant($"waits for {pending} of {line.Progress.Instances.Count} processes");
        }
    }

    private static string? Of(string what, BackfillPace? pace) => pace?.UnitsPerSecond is { } units
        ? Invariant($"{what} at {units:N0} units a second{(pace.IsThrottled ? ", throttled" : string.Empty)}")
        : null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
