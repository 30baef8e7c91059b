using System.Globalization;
using DynamoGen.CommandLine.Output;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>Writes how far a migration is, and for people its processes in a table of their own.</summary>
internal sealed class StatusOutput(VerbOutput output)
{
    private static readonly Column<StatusLine>[] Columns =
    [
        new("Migration", line => line.State.Migration),
        new("Phase", line => line.State.WritesPaused ? $"{line.State.Phase}, writes paused" : line.State.Phase.ToString()),
        new("Since", line => line.State.Version == 0 ? null : line.State.Since.ToString("u", CultureInfo.InvariantCulture)),
        new("Segments", line => $"{Number(line.Progress.SegmentsDone)} of {Number(line.Progress.Segments)}"),
        new("Copied", line => Number(line.Progress.Copied)),
        new("In the ledger", line => Number(line.Progress.Unsettled)),
        new("Cannot be copied", line => Number(line.Progress.Failed)),
    ];

    public async Task WriteAsync(StatusLine line, CancellationToken cancellationToken)
    {
        await output.WriteAsync(line, cancellationToken, Columns).ConfigureAwait(false);
        if (!output.IsJson && line.Progress.Instances.Count > 0)
        {
            output.WriteTable(
                line.Progress.Instances,
                new("Process", instance => instance.Id),
                new("Has acknowledged", instance => line.IsPending(instance) ? "an earlier phase" : "this phase"));
        }

        if (!output.IsJson && line.Progress.ShadowReads.Count > 0)
        {
            output.WriteTable(
                line.Progress.ShadowReads,
                new("Access pattern", count => count.AccessPattern),
                new("Compared", count => Number(count.Compared)),
                new("Differed", count => Number(count.Mismatched)),
                new("Hash of a key", count => count.Examples.FirstOrDefault()));
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
