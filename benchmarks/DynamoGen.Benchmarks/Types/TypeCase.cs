using System.Diagnostics;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Serialization;
using DynamoGen.Serialization;

namespace DynamoGen.Benchmarks.Types;

/// <summary>Measures reading and writing of one type.</summary>
internal interface ITypeCase
{
    string Name { get; }

    bool HasCopies { get; }

    /// <summary>The time of reading a page against tokenising it, by turns.</summary>
    double Reading();

    /// <summary>The time of writing a page's items against <see cref="System.Text.Json.Utf8JsonWriter"/> writing the same bytes, by turns.</summary>
    double Writing();

    /// <summary>The bytes that writing an item allocates.</summary>
    long WritingBytes();

    /// <summary>The time of only making the page's collections with their exact size, of values that are there, against tokenising it.</summary>
    double Floor();

    /// <summary>The bytes of a page that was read against those of its copy, whose collections were constructed with their exact size.</summary>
    double BytesAgainstCopies();
}

/// <inheritdoc cref="ITypeCase"/>
internal sealed class TypeCase<TEntity, TMarshaller>(string name, Func<int, TEntity> create, Func<TEntity, TEntity>? copy = null) : ITypeCase
    where TMarshaller : struct, IItemMarshaller<TEntity>
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(500);
    private readonly TEntity[] _entities = [.. Enumerable.Range(0, CannedResponses.PageSize).Select(create)];

    public string Name => name;

    public bool HasCopies => copy is not null;

    public double Reading()
    {
        var page = CannedResponses.PageOf<TEntity, TMarshaller>(_entities);
        return Ratio(() => Pages.Read<TEntity, TMarshaller>(page), () => Pages.Tokenise(page));
    }

    public double Writing()
    {
        using var writer = new WireWriter();
        WriteItems(writer);
        var replay = new TokenReplay(writer.Written.Span);
        return Ratio(() => WriteItems(writer), () => replay.Write());
    }

    public long WritingBytes()
    {
        using var writer = new WireWriter();
        return Allocated(() => WriteItems(writer));
    }

    public double Floor()
    {
        var page = CannedResponses.PageOf<TEntity, TMarshaller>(_entities);
        var copies = new List<TEntity>(CannedResponses.PageSize);
        return Ratio(() => Copy(copies), () => Pages.Tokenise(page));
    }

    public double BytesAgainstCopies()
    {
        var page = CannedResponses.PageOf<TEntity, TMarshaller>(_entities);
        var copies = new List<TEntity>(CannedResponses.PageSize);
        var exact = Allocated(() => Copy(copies));
        return Allocated(() => Pages.Read<TEntity, TMarshaller>(page)) / (double)exact;
    }

    private void Copy(List<TEntity> copies)
    {
        copies.Clear();
        foreach (var entity in _entities)
        {
            copies.Add(copy!(entity));
        }
    }

    private void WriteItems(WireWriter writer)
    {
        writer.Clear();
        writer.Raw("["u8);
        foreach (var entity in _entities)
        {
            writer.Separator();
            TMarshaller.Write(writer, entity);
        }

        writer.Raw("]"u8);
    }

    private static double Ratio(Action own, Action baseline)
    {
        WarmUp(own);
        WarmUp(baseline);
        var (ours, theirs) = (long.MaxValue, long.MaxValue);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Least)
        {
            ours = Math.Min(ours, Time(own));
            theirs = Math.Min(theirs, Time(baseline));
        }

        return (double)ours / theirs;
    }

    /// <summary>Lets the run time compile for the last time, which it does in the background after 30 calls, and again with what it has counted.</summary>
    private static void WarmUp(Action run)
    {
        for (var tier = 0; tier < 3; tier++)
        {
            for (var call = 0; call < 35; call++)
            {
                run();
            }

            Thread.Sleep(120);
        }
    }

    private static long Time(Action run)
    {
        var started = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetTimestamp() - started;
    }

    private static long Allocated(Action run)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
