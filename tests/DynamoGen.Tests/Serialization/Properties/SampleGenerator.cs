using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.Properties;

/// <summary>Samples of any values. A failing one is shrunk by taking property after property back to its default.</summary>
internal static class SampleGenerator
{
    private static readonly Gen<string> Texts = Gen.Choose(0, 6)
        .SelectMany(length => Gen.Elements("a", "Z", "\"", "\\",
            "/", "\0", "\n", "\u001f", "\u007f", "é", "\u2028", "\uffff", "\U0001F600", "\U0010FFFF", "{\"S\":\"", "\\u0041", "#").ArrayOf(length))
        .Select(string.Concat);

    private static readonly Gen<string> KeyTexts =
        Gen.Choose(0, 6).SelectMany(length => Gen.Elements("a", "#", "$", "\"", "\\", "\0", "é", "\U0001F600").ArrayOf(length)).Select(string.Concat);

    private static readonly Gen<long> Longs = Gen.OneOf(
        Gen.Elements(0L, 1, -1, long.MinValue, long.MaxValue, int.MinValue, uint.MaxValue, 999_999_999_999_999_999),
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => (long)value),
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => value * 4_294_967_291));

    private static readonly Gen<decimal> Decimals = Gen.OneOf(
        Gen.Elements(0m, -1, 1.50m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m),
        Longs.Select(value => value / 1000m));

    private static readonly Gen<double> Doubles = Gen.OneOf(
        Gen.Elements(0, -0d, 0.1, 1d / 3, 9.99e125, -1e-130, 1e15, 1e16, -1e100),
        Longs.Select(value => value / 7d));

    private static readonly Gen<long> Ticks = Gen.OneOf(Gen.Elements(0, DateTime.MaxValue.Ticks, DateTime.UnixEpoch.Ticks),
        Longs.Select(value => (long)((ulong)value % (ulong)DateTime.MaxValue.Ticks)));

    private static readonly Gen<Point> Points = from x in Doubles from y in Doubles select new Point { X = x, Y = y };

    private static readonly Gen<Sample> Samples = Gen.CollectToArray(Setters())
        .Select(setters => setters.Aggregate(new Sample { Id = string.Empty }, (sample, set) => set(sample)));

    public static Arbitrary<Sample> Any { get; } = Arb.From(Samples, Smaller);

    private static IEnumerable<Gen<Func<Sample, Sample>>> Setters() => [.. Numbers(), .. Times(), .. Composites()];

    private static IEnumerable<Gen<Func<Sample, Sample>>> Numbers() =>
    [
        Set(Longs,
            (sample, value) => sample with { Byte = (byte)value, SByte = (sbyte)(value >> 8), Short = (short)(value >> 16), UShort = (ushort)(value >> 32) }),
        Set(Longs, (sample, value) => sample with { Int = (int)value, UInt = (uint)(value >> 32) }),
        Set(Longs, (sample, value) => sample with { Long = value }),
        Set(Longs, (sample, value) => sample with { ULong = (ulong)value }),
        Set(Doubles, (sample, value) => sample with { Double = value }),
        Set(Longs, (sample, value) => sample with { Float = value / 3f }),
        Set(Decimals, (sample, value) => sample with { Decimal = value }),
        Set(Longs.OrNull(), (sample, value) => sample with { NoInt = (int?)value, Bool = value > 0 }),
        Set(Gen.Elements(Color.Red, Color.Green, Color.Blue), (sample, value) => sample with { Color = value }),
        Set(Gen.Elements<Color?>(null, Color.Red, Color.Blue), (sample, value) => sample with { NoColor = value }),
        Set(Gen.Choose(0, 3), (sample, value) => sample with { Rights = (Rights)value }),
    ];

    private static IEnumerable<Gen<Func<Sample, Sample>>> Times() =>
    [
        Set(Ticks, (sample, value) => sample with { Moment = new DateTimeOffset(value, TimeSpan.Zero) }),
        Set(Ticks, (sample, value) => sample with { Clock = new DateTime(value, value % 2 == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified) }),
        Set(Ticks, (sample, value) => sample with { Day = DateOnly.FromDateTime(new DateTime(value)), Time = TimeOnly.FromDateTime(new DateTime(value)) }),
        Set(Longs, (sample, value) => sample with { Span = new TimeSpan(value) }),
        Set(Longs, (sample, value) => sample with { Guid = new Guid((int)value, (short)(value >> 32), 7, BitConverter.GetBytes(value)) }),
    ];

    private static IEnumerable<Gen<Func<Sample, Sample>>> Composites() =>
    [
        Set(KeyTexts.Where(text => text.Length > 0), (sample, value) => sample with { Id = value }),
        Set(KeyTexts.OrNull(), (sample, value) => sample with { Part = value }),
        Set(Longs.ListOf(), (sample, value) => sample with { Bytes = [.. value.Select(number => (byte)number)] }),
        Set(Texts.OrNull().ListOf(), (sample, value) => sample with { Texts = [.. value] }),
        Set(Longs.ListOf(), (sample, value) => sample with { Numbers = [.. value.Select(number => (int)number)] }),
        Set(Gen.Elements(Color.Red, Color.Green).ListOf(), (sample, value) => sample with { Colors = [.. value] }),
        Set(Texts.ListOf(), (sample, value) => sample with { TextSet = [.. value] }),
        Set(Decimals.ListOf(), (sample, value) => sample with { NumberSet = value.ToHashSet() }),
        Set(Longs.ListOf(), (sample, value) => sample with { ByteSet = value.Distinct().Select(BitConverter.GetBytes).ToHashSet() }),
        Set(Nesteds(2).OrNull(), (sample, value) => sample with { Nested = value }),
        Set((from name in Texts.Where(text => text.Length > 0) from nested in Nesteds(1) select (name, nested)).ListOf(),
            (sample, value) => sample with { Map = value.DistinctBy(pair => pair.name).ToDictionary() }),
        Set(Points, (sample, value) => sample with { Point = value }),
    ];

    private static Gen<Nested> Nesteds(int depth) =>
        from name in Texts
        from count in Longs
        from inner in depth == 0 ? Gen.Constant<Nested?>(null) : Nesteds(depth - 1).OrNull()
        from points in Points.ListOf()
        select new Nested(name, (int)count, inner) { Points = [.. points.Take(3)] };

    private static Gen<T?> OrNull<T>(this Gen<T> values)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static Gen<long?> OrNull(this Gen<long> values) => Gen.OneOf(Gen.Constant<long?>(null), values.Select(value => (long?)value));

    private static Gen<Func<Sample, Sample>> Set<T>(Gen<T> values, Func<Sample, T, Sample> set) =>
        values.Select(value => (Func<Sample, Sample>)(sample => set(sample, value)));

    private static IEnumerable<Sample> Smaller(Sample sample)
    {
        var plain = new Sample { Id = "id" };
        foreach (var property in typeof(Sample).GetProperties().Where(property => property.SetMethod is not null))
        {
            var smaller = sample with { };
            property.SetValue(smaller, property.GetValue(plain));
            if (AttributeText.Of(SampleAttributes.Of(smaller)) != AttributeText.Of(SampleAttributes.Of(sample)))
            {
                yield return smaller;
            }
        }
    }
}
