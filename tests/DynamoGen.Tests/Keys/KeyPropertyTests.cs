using DynamoGen.Keys;
using DynamoGen.Tests.Cultures;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Keys;

/// <summary>Keys are injective, keep order and can be read back, for any tuple of values.</summary>
public sealed class KeyPropertyTests
{
    private static readonly int Cases = CultureRun.Cases(20_000);

    /// <summary>Texts full of what could be mistaken for something else.</summary>
    private static readonly Gen<string> Texts = Gen.Choose(0, 6)
        .SelectMany(length => Gen.Elements(
            "#", "$", "\"", "\\", "\0", "\u001f", " ", "!", "%", "a", "b", "Z", "0", "$S", "\u007f", "é", "\uffff", "\U00010000", "\U0010FFFE")
            .ArrayOf(length))
        .Select(string.Concat);

    private static readonly Gen<long> Numbers = Gen.OneOf(
        Gen.Elements(0L, 1, -1, 9, 10, -9, -10, 99, 100, long.MinValue, long.MaxValue, long.MinValue + 1, int.MaxValue, int.MinValue),
        Gen.Choose(-1000, 1000).Select(value => (long)value),
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => (long)value * 4_294_967_291));

    private static readonly Gen<decimal> Decimals = Gen.OneOf(
        Gen.Elements(0m, 1, -1, 0.1m, -0.1m, 10, 9.99m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -0.0000000000000000000000000001m),
        Gen.Choose(-100_000, 100_000).Select(value => value / 1000m));

    private static readonly Gen<DateTimeOffset> Moments = Numbers.Select(value =>
        new DateTimeOffset((long)((ulong)value % (ulong)(DateTime.MaxValue.Ticks - (48 * TimeSpan.TicksPerHour))) + (24 * TimeSpan.TicksPerHour),
            TimeSpan.FromHours(value % 3)));

    private static readonly Gen<(string First, long Second, decimal Third, DateTimeOffset Fourth, string Last)> Tuples =
        from first in Texts
        from second in Numbers
        from third in Decimals
        from fourth in Moments
        from last in Texts
        select (first, second, third, fourth, last);

    [Fact]
    public void Different_tuples_give_different_keys() => Check(
        from left in Tuples
        from right in Similar(left)
        select (left, right),
        pair => (pair.left == pair.right) == (Key(pair.left) == Key(pair.right)));

    [Fact]
    public void Keys_are_in_the_order_of_their_tuples() => Check(
        from left in Tuples
        from right in Similar(left)
        select (left, right),
        pair => Math.Sign(Built.Compare(Key(pair.left), Key(pair.right))) == Math.Sign(Compare(pair.left, pair.right)));

    [Fact]
    public void A_key_is_read_back_to_its_tuple() => Check(Tuples, tuple =>
    {
        var reader = new KeyReader(Key(tuple));
        return reader.Text(out var first) && first == tuple.First
            && reader.Literal("#") && reader.Number(19, out long second) && second == tuple.Second
            && reader.Decimal(out var third) && third == tuple.Third
            && reader.Timestamp(out DateTimeOffset fourth) && fourth == tuple.Fourth
            && reader.Literal("#") && reader.FinalText(out var last) && last == tuple.Last
            && reader.IsAtEnd;
    });

    [Fact]
    public void A_beginning_of_a_text_is_the_beginning_of_its_key_and_of_no_other() => Check(
        from text in Texts
        from prefix in Gen.OneOf(Texts, Gen.Choose(0, text.Length).Select(length => Whole(text, length)))
        select (text, prefix),
        pair =>
        {
            var key = Built.Key((ref KeyBuilder key) => key.Text(pair.text));
            var prefix = Built.Key((ref KeyBuilder key) => key.TextPrefix(pair.prefix));
            return key.StartsWith(prefix, StringComparison.Ordinal) == pair.text.StartsWith(pair.prefix, StringComparison.Ordinal);
        });

    [Fact]
    public void An_upper_bound_is_above_every_key_that_begins_as_it_does_and_below_the_next() => Check(
        from prefix in Texts
        from rest in Texts
        from other in Texts
        select (prefix, rest, other),
        parts =>
        {
            var bound = Built.Key((ref KeyBuilder key) =>
            {
                key.FinalText(parts.prefix);
                key.UpperBound();
            });
            var isWithin = Built.Compare(parts.other, parts.prefix) >= 0 && Built.Compare(parts.other, bound) <= 0;
            return Built.Compare(parts.prefix + parts.rest, bound) <= 0
                && isWithin == parts.other.StartsWith(parts.prefix, StringComparison.Ordinal);
        });

    [Fact]
    public void What_is_read_in_full_is_what_was_written() => Check(
        from characters in Gen.Elements('#', '$', '-', '.', '0', '1', '9', 'S', 'T', 'Z', 'a', ':', '\0', '\ud800', '\udc00')
            .ArrayOf(Gen.Choose(0, 24).Sample(1, 1)[0])
        select new string(characters),
        text =>
        {
            var isSame = true;
            var reader = new KeyReader(text);
            isSame &= !reader.Text(out var value) || !reader.IsAtEnd || Built.Key((ref KeyBuilder key) => key.Text(value)) == text;
            reader = new KeyReader(text);
            isSame &= !reader.Number(3, out long number) || !reader.IsAtEnd || Built.Key((ref KeyBuilder key) => key.Number(number, 3)) == text;
            reader = new KeyReader(text);
            isSame &= !reader.Decimal(2, 2, out var exact) || !reader.IsAtEnd || Built.Key((ref KeyBuilder key) => key.Decimal(exact, 2, 2)) == text;
            reader = new KeyReader(text);
            isSame &= !reader.FinalText(out var final) || Built.Key((ref KeyBuilder key) => key.FinalText(final)) == text;
            return isSame;
        });

    [Theory]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123")]
    [InlineData("01234567-89AB-cdef-0123-456789abcdef")]
    [InlineData("+1234567-89ab-cdef-0123-456789abcdef")]
    [InlineData("01234567-0xab-cdef-0123-456789abcdef")]
    [InlineData("2012-02-30")]
    [InlineData("true1")]
    [InlineData("")]
    public void What_no_key_holds_is_not_read(string text)
    {
        var reader = new KeyReader(text);
        Assert.False(reader.Guid(out _));
        Assert.False(reader.Date(out _));
        Assert.False(reader.Timestamp(out DateTimeOffset _));
        Assert.False(reader.Time(out _));
        Assert.False(reader.Duration(out _));
        Assert.False(reader.Number(20, out ulong _));
        Assert.False(reader.Boolean(out _) && reader.IsAtEnd);
    }

    [Fact]
    public void Other_kinds_are_read_back_too() => Check(
        from number in Numbers
        from flag in Gen.Elements(true, false)
        select (number, flag),
        pair =>
        {
            var guid = new Guid((int)pair.number, (short)pair.number, 7, BitConverter.GetBytes(pair.number));
            var day = DateOnly.FromDayNumber((int)((ulong)pair.number % (ulong)DateOnly.MaxValue.DayNumber));
            var time = new TimeOnly((long)((ulong)pair.number % TimeSpan.TicksPerDay));
            var text = Built.Key((ref KeyBuilder key) =>
            {
                key.Guid(guid);
                key.Boolean(pair.flag);
                key.Date(day);
                key.Time(time);
                key.Duration(new TimeSpan(pair.number));
                key.Number((ulong)pair.number, 20);
            });
            var reader = new KeyReader(text);
            return reader.Guid(out var readGuid) && readGuid == guid
                && reader.Boolean(out var readFlag) && readFlag == pair.flag
                && reader.Date(out var readDay) && readDay == day
                && reader.Time(out var readTime) && readTime == time
                && reader.Duration(out var readSpan) && readSpan.Ticks == pair.number
                && reader.Number(20, out ulong readNumber) && readNumber == (ulong)pair.number
                && reader.IsAtEnd;
        });

    private static string Key((string First, long Second, decimal Third, DateTimeOffset Fourth, string Last) tuple) => Built.Key((ref KeyBuilder key) =>
    {
        key.Text(tuple.First);
        key.Literal("#"u8);
        key.Number(tuple.Second);
        key.Decimal(tuple.Third);
        key.Timestamp(tuple.Fourth);
        key.Literal("#"u8);
        key.FinalText(tuple.Last);
    });

    private static int Compare(
        (string First, long Second, decimal Third, DateTimeOffset Fourth, string Last) left,
        (string First, long Second, decimal Third, DateTimeOffset Fourth, string Last) right) =>
        new[]
        {
            Built.Compare(left.First, right.First),
            left.Second.CompareTo(right.Second),
            left.Third.CompareTo(right.Third),
            left.Fourth.CompareTo(right.Fourth),
            Built.Compare(left.Last, right.Last),
        }.FirstOrDefault(order => order != 0);

    /// <summary>Random tuples hardly ever share their first parts; these do.</summary>
    private static Gen<(string First, long Second, decimal Third, DateTimeOffset Fourth, string Last)> Similar(
        (string First, long Second, decimal Third, DateTimeOffset Fourth, string Last) tuple) =>
        from other in Tuples
        from keep in Gen.Choose(0, 5)
        select (
            keep > 0 ? tuple.First : other.First,
            keep > 1 ? tuple.Second : other.Second,
            keep > 2 ? tuple.Third : other.Third,
            keep > 3 ? tuple.Fourth : other.Fourth,
            keep > 4 ? tuple.Last : other.Last);

    /// <summary>A beginning that does not cut a surrogate pair in two.</summary>
    private static string Whole(string text, int length) =>
        length < text.Length && char.IsLowSurrogate(text[length]) ? text[..(length - 1)] : text[..length];

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
}
