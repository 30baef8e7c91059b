using System.Globalization;
using System.Text;
using DynamoGen.Serialization;

namespace DynamoGen.Tests.Serialization.FastPaths;

public sealed class TextPathTests
{
    private const int Cases = 10_000;

    private static readonly long[] Edges =
        [0, 1, -1, TimeSpan.TicksPerSecond - 1, TimeSpan.TicksPerDay - 1, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks, new DateTime(2024, 2, 29).Ticks,
            long.MaxValue, long.MinValue, long.MaxValue - TimeSpan.TicksPerDay, -TimeSpan.TicksPerDay];

    [Fact]
    public void Dates_and_times_are_written_as_the_framework_formats_them()
    {
        foreach (var ticks in Ticks().Where(ticks => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks))
        {
            var time = new DateTime(ticks);
            Assert.Equal(Format(time, "yyyy-MM-ddTHH:mm:ss.fffffff"), Written(writer => writer.Timestamp(time)));
            Assert.Equal(Format(time, "yyyy-MM-ddTHH:mm:ss.fffffffZ"), Written(writer => writer.Timestamp(new DateTimeOffset(ticks, TimeSpan.Zero))));
            Assert.Equal(Format(time, "yyyy-MM-dd"), Written(writer => writer.Date(DateOnly.FromDateTime(time))));
            Assert.Equal(Format(time, "HH:mm:ss.fffffff"), Written(writer => writer.Time(TimeOnly.FromDateTime(time))));
        }
    }

    [Fact]
    public void Dates_and_times_are_read_alike_on_both_ways()
    {
        var random = new Random(8601);
        foreach (var ticks in Ticks().Where(ticks => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks))
        {
            var time = Format(new DateTime(ticks), "yyyy-MM-ddTHH:mm:ss.fffffff");
            foreach (var text in new[] { time, time + "Z", TwoWays.Changed(time + "Z", random, "0239-:.TZ+ x"), time[..10], time[11..],
                TwoWays.Changed(time[..10], random, "0239-:.TZ"), TwoWays.Changed(time[11..], random, "0239-:.TZ") })
            {
                TwoWays.AreOne("S", text, static (ref reader) => reader.ReadDateTime());
                TwoWays.AreOne("S", text, static (ref reader) => reader.ReadDateTimeOffset());
                TwoWays.AreOne("S", text, static (ref reader) => reader.ReadDateOnly());
                TwoWays.AreOne("S", text, static (ref reader) => reader.ReadTimeOnly());
            }
        }
    }

    [Fact]
    public void Durations_come_back_and_are_read_alike_on_both_ways()
    {
        var random = new Random(86400);
        foreach (var ticks in Ticks())
        {
            var text = Written(writer => writer.Duration(new TimeSpan(ticks)));
            Assert.Equal(new TimeSpan(ticks).ToString(), TwoWays.Outcome("S", text, static (ref reader) => reader.ReadTimeSpan()));
            TwoWays.AreOne("S", text, static (ref reader) => reader.ReadTimeSpan());
            TwoWays.AreOne("S", TwoWays.Changed(text, random, "0269-PDTHMS."), static (ref reader) => reader.ReadTimeSpan());
        }
    }

    [Fact]
    public void Guids_are_read_alike_on_both_ways()
    {
        var random = new Random(36);
        var bytes = new byte[16];
        for (var i = 0; i < Cases; i++)
        {
            random.NextBytes(bytes);
            var text = new Guid(bytes).ToString();
            Assert.Equal(text, TwoWays.Outcome("S", text, static (ref reader) => reader.ReadGuid()));
            Assert.Equal(text, TwoWays.Outcome("S", text.ToUpperInvariant(), static (ref reader) => reader.ReadGuid()));
            TwoWays.AreOne("S", TwoWays.Changed(text, random, "09afAFgG-@`/:{} é\u007f"), static (ref reader) => reader.ReadGuid());
        }
    }

    [Fact]
    public void Bytes_and_characters_are_read_alike_on_both_ways()
    {
        var random = new Random(64);
        for (var i = 0; i < Cases; i++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            var text = Convert.ToBase64String(bytes);
            Assert.Equal("bytes " + Convert.ToHexString(bytes), TwoWays.Outcome("B", text, static (ref reader) => reader.ReadBinary()));
            TwoWays.AreOne("B", TwoWays.Changed(text + "=", random, "Aa0+/= é"), static (ref reader) => reader.ReadBinary());
        }

        for (var symbol = ' '; symbol < 0x300; symbol++)
        {
            if (symbol is not ('"' or '\\'))
            {
                TwoWays.AreOne("S", symbol.ToString(), static (ref reader) => reader.ReadChar());
                TwoWays.AreOne("S", $"{symbol}x", static (ref reader) => reader.ReadChar());
            }
        }
    }

    private static IEnumerable<long> Ticks()
    {
        var random = new Random(7);
        return Edges.Concat(Enumerable.Range(0, Cases).Select(i => i % 2 == 0 ? random.NextInt64(DateTime.MaxValue.Ticks) : random.NextInt64(long.MinValue, long.MaxValue)));
    }

    private static string Format(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    private static string Written(Action<WireWriter> write)
    {
        using var writer = new WireWriter();
        write(writer);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
