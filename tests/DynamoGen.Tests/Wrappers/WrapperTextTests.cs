using System.Globalization;

namespace DynamoGen.Tests.Wrappers;

/// <summary>The text of a wrapper is read back, whatever the culture.</summary>
public sealed class WrapperTextTests
{
    private static readonly DateTime Time = new(2012, 7, 4, 13, 45, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Text_is_read_back(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Same(new CustomerId("a b"), "a b");
            Same(new CustomerId(""), "");
            Same(new OrderNumber(-7), "-7");
            Same(new BigNumber(Int128.MinValue), "-170141183460469231731687303715884105728");
            Same(new Price(1.50m), "1.50");
            Same(new Ratio(0.1), "0.1");
            Same(new Token(new Guid("0a1b2c3d-0000-0000-0000-00000000000f")), "0a1b2c3d-0000-0000-0000-00000000000f");
            Same(new Day(new DateOnly(2012, 7, 4)), "2012-07-04");
            Same(new Hour(new TimeOnly(13, 45)), "13:45:00.0000000");
            Same(new Moment(Time), "2012-07-04T13:45:00.0000000Z");
            Same(new Instant(new DateTimeOffset(Time)), "2012-07-04T13:45:00.0000000+00:00");
            Same(new Length(TimeSpan.FromHours(30)), "1.06:00:00");
            Same(new Quantity(3), "3");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_kind_of_a_time_comes_back() =>
        Assert.Equal(DateTimeKind.Utc, Moment.Parse("2012-07-04T13:45:00.0000000Z", CultureInfo.InvariantCulture).Value.Kind);

    [Fact]
    public void A_wrapper_of_no_text_is_written_as_none() => Assert.Equal("", default(CustomerId).ToString());

    [Fact]
    public void What_is_no_such_value_is_refused()
    {
        Refused<OrderNumber>("seven", typeof(FormatException));
        Refused<OrderNumber>("12345678901", typeof(OverflowException));
        Refused<Token>("0a1b2c3d", typeof(FormatException));
        Refused<Day>("2012-13-04", typeof(FormatException));
        Refused<Moment>("noon", typeof(FormatException));
        Refused<Quantity>("-1", typeof(ArgumentOutOfRangeException));
        Refused<CustomerId>(null, typeof(ArgumentNullException));
        Refused<OrderNumber>(null, typeof(ArgumentNullException));
    }

    private static void Same<TWrapper>(TWrapper wrapper, string text)
        where TWrapper : struct, IParsable<TWrapper>
    {
        Assert.Equal(text, wrapper.ToString());
        Assert.Equal(wrapper, TWrapper.Parse(text, CultureInfo.InvariantCulture));
        Assert.True(TWrapper.TryParse(text, CultureInfo.InvariantCulture, out var read));
        Assert.Equal(wrapper, read);
    }

    private static void Refused<TWrapper>(string? text, Type refusal)
        where TWrapper : struct, IParsable<TWrapper>
    {
        Assert.Throws(refusal, () => TWrapper.Parse(text!, CultureInfo.InvariantCulture));
        Assert.False(TWrapper.TryParse(text, CultureInfo.InvariantCulture, out var read));
        Assert.Equal(default, read);
    }
}
