using System.Globalization;
using DynamoGen.Keys;

namespace DynamoGen.Tests.Keys;

public sealed class KeyBuilderTests
{
    [Theory]
    [InlineData(0, 10, "0000000000")]
    [InlineData(10248, 10, "0000010248")]
    [InlineData(-1, 10, "-9999999998")]
    [InlineData(-2, 10, "-9999999997")]
    [InlineData(long.MaxValue, 19, "9223372036854775807")]
    [InlineData(long.MinValue, 19, "-0776627963145224191")]
    [InlineData(255, 3, "255")]
    public void Integers_have_a_fixed_width_and_negatives_count_down(long value, int width, string expected) =>
        Assert.Equal(expected, Built.Key((ref KeyBuilder key) => key.Number(value, width)));

    [Fact]
    public void Unsigned_integers_have_20_digits() =>
        Assert.Equal("18446744073709551615", Built.Key((ref KeyBuilder key) => key.Number(ulong.MaxValue)));

    [Theory]
    [InlineData("12.5", 4, 2, "0012.50")]
    [InlineData("-12.5", 4, 2, "-9987.49")]
    [InlineData("0", 3, 0, "000")]
    [InlineData("-0.01", 1, 2, "-9.98")]
    public void Decimals_have_a_fixed_width(string value, int integers, int fraction, string expected) =>
        Assert.Equal(expected, Built.Key((ref KeyBuilder key) => key.Decimal(decimal.Parse(value, CultureInfo.InvariantCulture), integers, fraction)));

    [Fact]
    public void Texts_that_more_follows_are_escaped_and_final_ones_are_not()
    {
        Assert.Equal("a$Sb$Pc$Td", Built.Key((ref KeyBuilder key) => key.Text("a#b c$d")));
        Assert.Equal("a#b c$d", Built.Key((ref KeyBuilder key) => key.FinalText("a#b c$d")));
        Assert.Equal("$0$Oé\U0001F600", Built.Key((ref KeyBuilder key) => key.Text("\0\u001fé\U0001F600")));
    }

    [Fact]
    public void Dates_are_in_UTC_and_fixed_width_in_any_calendar()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "", "de-DE", "tr-TR", "ar-SA", "th-TH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var moment = new DateTimeOffset(2012, 7, 4, 1, 0, 0, TimeSpan.FromHours(2)).AddTicks(1);

                Assert.Equal("2012-07-03T23:00:00.0000001Z", Built.Key((ref KeyBuilder key) => key.Timestamp(moment)));
                Assert.Equal("2012-07-03", Built.Key((ref KeyBuilder key) => key.Timestamp(moment, "yyyy-MM-dd")));
                Assert.Equal("2012-07-03T23:00:00.0000001Z", Built.Key((ref KeyBuilder key) => key.Timestamp(moment.UtcDateTime)));
                Assert.Equal("2012-07-03T23:00:00.0000001Z", Built.Key((ref KeyBuilder key) => key.Timestamp(moment.LocalDateTime)));
                Assert.Equal("2012-07-03T23:00:00.0000001Z",
                    Built.Key((ref KeyBuilder key) => key.Timestamp(DateTime.SpecifyKind(moment.UtcDateTime, DateTimeKind.Unspecified))));
                Assert.Equal("0001-01-01", Built.Key((ref KeyBuilder key) => key.Date(DateOnly.MinValue)));
                Assert.Equal("09:05:00.0000000", Built.Key((ref KeyBuilder key) => key.Time(new TimeOnly(9, 5))));
                Assert.Equal("-9999999999989999999", Built.Key((ref KeyBuilder key) => key.Duration(TimeSpan.FromSeconds(-1))));
                Assert.Equal("-1", (-1).ToString(CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_a_key_cannot_hold_is_refused_without_its_value()
    {
        Refused((ref KeyBuilder key) => key.Number(1000, 3), "digits");
        Refused((ref KeyBuilder key) => key.Number(-1000, 3), "digits");
        Refused((ref KeyBuilder key) => key.Decimal(1.234m, 4, 2), "digits");
        Refused((ref KeyBuilder key) => key.Decimal(12345, 4, 2), "digits");
        Refused((ref KeyBuilder key) => key.Decimal(0.5m, 4, 0), "digits");
        Refused((ref KeyBuilder key) => key.Text("\ud800"), "surrogate");
        Refused((ref KeyBuilder key) => key.FinalText("a\udc00b"), "surrogate");
        Refused((ref KeyBuilder key) => key.FinalText("a\U0010FFFF"), "U+10FFFF");
        Refused((ref KeyBuilder key) => key.FinalText((string)null!), "null");
        Refused((ref KeyBuilder key) => key.FinalText(new string('x', 5000)), "longer than 4096");
        Refused((ref KeyBuilder key) => key.Literal(new byte[5000]), "longer than 4096");
        Refused((ref KeyBuilder key) => key.Guid(Guid.NewGuid()), "longer than 10", limit: 10);
        Refused((ref KeyBuilder key) => key.Text("##########"), "longer than 10", limit: 10);
    }

    [Fact]
    public void Building_a_key_allocates_nothing()
    {
        Span<byte> buffer = stackalloc byte[1024];
        for (var i = 0; i < 100; i++)
        {
            Build(buffer);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Build(buffer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Build(Span<byte> buffer)
        {
            var key = new KeyBuilder(buffer);
            key.Literal("ORDER#"u8);
            key.Text("a#b");
            key.Literal("#"u8);
            key.Number(-5, 10);
            key.Decimal(1.5m);
            key.Timestamp(DateTimeOffset.UnixEpoch);
            key.Date(DateOnly.MaxValue);
            key.Guid(System.Guid.Empty);
            key.UpperBound();
        }
    }

    private static void Refused(Built.Build build, string reason, int limit = 4096)
    {
        var refused = Assert.Throws<KeyException>(() => Built.Key(build, limit));
        Assert.Contains(reason, refused.Message);
    }
}
