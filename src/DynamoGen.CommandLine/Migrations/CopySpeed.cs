using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>How fast items are copied, by all processes together.</summary>
/// <param name="ItemsPerSecond">Items a second since the last look; null at the first one.</param>
/// <param name="Left">How long the copying goes on, by the segments that were done while this process watched; null where none was.</param>
internal sealed record CopySpeed(double? ItemsPerSecond, TimeSpan? Left)
{
    /// <summary>Measures by what was seen at the first look, at the last one, and now.</summary>
    public static CopySpeed Between(
        (MigrationProgress Progress, TimeSpan At) first, (MigrationProgress Progress, TimeSpan At) last, MigrationProgress now, TimeSpan at)
    {
        var copied = now.Copied - last.Progress.Copied;
        var done = now.SegmentsDone - first.Progress.SegmentsDone;
        var isSameRun = now.State.Attempt == first.Progress.State.Attempt && now.Segments == first.Progress.Segments;
        return new CopySpeed(
            at > last.At && copied >= 0 ? copied / (at - last.At).TotalSeconds : null,
            isSameRun && done > 0 ? (at - first.At) * ((now.Segments - now.SegmentsDone) / (double)done) : null);
    }
}
