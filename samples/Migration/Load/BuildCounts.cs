using System.Diagnostics;

namespace MovingOrders.Load;

/// <summary>What the clerks of a build count.</summary>
internal sealed class BuildCounts
{
    private long _reads;
    private long _writes;
    private long _mismatches;
    private long _writtenAnew;
    private long _readTicks;
    private long _writeTicks;

    public BuildTotals Totals => new(
        Interlocked.Read(ref _reads),
        Interlocked.Read(ref _writes),
        Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _readTicks)),
        Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _writeTicks)),
        Interlocked.Read(ref _mismatches),
        Interlocked.Read(ref _writtenAnew));

    public void Read(long start, bool isExpected) => Count(ref _reads, ref _readTicks, start, isExpected);

    public void Wrote(long start, bool isExpected) => Count(ref _writes, ref _writeTicks, start, isExpected);

    public void WroteAnew() => Interlocked.Increment(ref _writtenAnew);

    private void Count(ref long count, ref long ticks, long start, bool isExpected)
    {
        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - start);
        Interlocked.Increment(ref count);
        if (!isExpected)
        {
            Interlocked.Increment(ref _mismatches);
        }
    }
}

/// <summary>The counts of a moment.</summary>
/// <param name="Reads">Calls that read.</param>
/// <param name="Writes">Calls that wrote.</param>
/// <param name="ReadTime">What the reads took together.</param>
/// <param name="WriteTime">What the writes took together.</param>
/// <param name="Mismatches">Answers that were not what the book has.</param>
/// <param name="WrittenAnew">Orders of version 1 whose update was refused, so that the whole order was written.</param>
internal readonly record struct BuildTotals(long Reads, long Writes, TimeSpan ReadTime, TimeSpan WriteTime, long Mismatches, long WrittenAnew);
