using Perfolizer.Horology;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>Counts the processor time of this process, collections included, so that what else runs on a shared machine is left out.</summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
