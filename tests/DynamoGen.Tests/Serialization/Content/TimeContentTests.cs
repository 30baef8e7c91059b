using System.Globalization;
using System.Text;
using DynamoGen.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.Content;

/// <summary>Dates and times in the form in which they are written are read as the framework reads them, and near misses are refused as it refuses them.</summary>
public sealed class TimeContentTests
{
    private static readonly string[] Forms = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    private static readonly string[] Seeds =
    [
        "2012-07-04T15:04:05.0000000Z", "0001-01-01T00:00:00.0000000Z", "9999-12-31T23:59:59.9999999Z", "2024-02-29T00:00:00.1234567Z",
        "2012-07-04", "0001-01-01", "9999-12-31", "2000-02-29", "15:04:05.0000000", "00:00:00.0000001", "23:59:59.9999999",
    ];

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("1900-02-29")]
    [InlineData("2012-00-01")]
    [InlineData("2012-13-01")]
    [InlineData("2012-04-31")]
    [InlineData("2012-04-00")]
    [InlineData("0000-01-01")]
    [InlineData("2012/07/04")]
    [InlineData("20:2-07-04")]
    public void A_day_that_is_not_in_the_calendar_is_refused(string text)
    {
        Assert.Throws<ItemFormatException>(() => Date(text));
        Assert.Throws<ItemFormatException>(() => Instant(text + "T00:00:00.0000000Z"));
    }

    [Theory]
    [InlineData("24:00:00.0000000")]
    [InlineData("23:60:00.0000000")]
    [InlineData("23:59:60.0000000")]
    [InlineData("23:59:59.00000:0")]
    [InlineData("23-59-59.0000000")]
    public void A_time_that_is_not_in_the_day_is_refused(string text)
    {
        Assert.Throws<ItemFormatException>(() => Time(text));
        Assert.Throws<ItemFormatException>(() => Instant($"2012-07-04T{text}Z"));
    }

    [Fact]
    public void Any_change_of_a_character_is_read_as_the_framework_reads_it()
    {
        var changes =
            from seed in Gen.Elements(Seeds)
            from place in Gen.Choose(0, seed.Length - 1)
            from symbol in Gen.Elements([.. "0123456789-:.TZ+ /;"])
            from second in Gen.Choose(0, seed.Length - 1)
            from digit in Gen.Elements([.. "0123456789"])
            select Changed(Changed(seed, place, symbol), second, digit);
        Prop.ForAll(changes.ToArbitrary(), text =>
        {
            Agree(DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date), date, text, Date);
            Agree(TimeOnly.TryParseExact(text, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time), time, text, Time);
            Agree(DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at), at, text, Instant);
            Agree(DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var of), of.Kind == DateTimeKind.Local ? of.ToUniversalTime() : of, text, Moment);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    private static string Changed(string text, int place, char symbol) => string.Concat(text.AsSpan(0, place), [symbol], text.AsSpan(place + 1));

    private static void Agree<T>(bool isOne, T expected, string text, Func<string, T> read)
    {
        if (isOne)
        {
            Assert.Equal(expected, read(text));
        }
        else
        {
            Assert.Throws<ItemFormatException>(() => read(text));
        }
    }

    private static DateOnly Date(string text)
    {
        var reader = Reader(text);
        return Ended(reader.ReadDateOnly(), ref reader);
    }

    private static TimeOnly Time(string text)
    {
        var reader = Reader(text);
        return Ended(reader.ReadTimeOnly(), ref reader);
    }

    private static DateTimeOffset Instant(string text)
    {
        var reader = Reader(text);
        return Ended(reader.ReadDateTimeOffset(), ref reader);
    }

    private static DateTime Moment(string text)
    {
        var reader = Reader(text);
        return Ended(reader.ReadDateTime(), ref reader);
    }

    private static WireReader Reader(string text) => new(Encoding.UTF8.GetBytes($"{{\"S\":\"{text}\"}}"));

    private static T Ended<T>(T value, ref WireReader reader)
    {
        reader.EndOfResponse();
        return value;
    }
}
