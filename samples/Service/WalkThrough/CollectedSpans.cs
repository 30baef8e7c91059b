using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace NorthwindService.WalkThrough;

/// <summary>Keeps the spans of the run, as a tracing backend would.</summary>
public sealed class CollectedSpans : BaseExporter<Activity>
{
    private readonly ConcurrentQueue<Activity> _ended = new();

    public IReadOnlyCollection<Activity> All => _ended;

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var span in batch)
        {
            _ended.Enqueue(span);
        }

        return ExportResult.Success;
    }
}
