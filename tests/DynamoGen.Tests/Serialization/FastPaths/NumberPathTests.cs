using System.Globalization;
using System.Numerics;
using System.Text;
using DynamoGen.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoGen.Tests.Serialization.FastPaths;

public sealed class NumberPathTests
{
    private const int Cases = 40_000;

    [Fact]
    public void Numbers_of_any_digits_are_read_as_the_framework_parses_them()
    {
        var random = new Random(18);
        for (var i = 0; i < Cases; i++)
        {
            var text = Digits(random);
            Assert.Equal((text, double.Parse(text, CultureInfo.InvariantCulture)), (text, Read<double>(text)));
            Assert.Equal((text, float.Parse(text, CultureInfo.InvariantCulture)), (text, Read<float>(text)));
            if (Half.Parse(text, CultureInfo.InvariantCulture) is var half && Half.IsFinite(half))
            {
                Assert.Equal((text, half), (text, Read<Half>(text)));
            }
        }
    }

    [Fact]
    public void Numbers_between_two_others_are_rounded_once()
    {
        var random = new Random(53);
        for (var i = 0; i < Cases; i++)
        {
            // Just between two numbers of the type, and a last digit beside it.
            var single = (decimal)(BitConverter.UInt32BitsToSingle((uint)random.Next(0x3500_0000, 0x4B00_0000)) is var f ? f : 0);
            var between = (decimal)(((double)f + MathF.BitIncrement(f)) / 2);
            var half = BitConverter.UInt16BitsToHalf((ushort)random.Next(1, 0x7BFF));
            var betweenHalves = ((decimal)(double)half + (decimal)(double)Half.BitIncrement(half)) / 2;
            var doubles = (1UL << 53) + (ulong)random.NextInt64(1L << 53) | 1;
            foreach (var text in new[] { single, between, between + 1e-17m, between - 1e-17m, betweenHalves, betweenHalves + 1e-16m, betweenHalves - 1e-16m, doubles, doubles / 1000m }
                .Select(value => value.ToString(CultureInfo.InvariantCulture)))
            {
                Assert.Equal((text, double.Parse(text, CultureInfo.InvariantCulture)), (text, Read<double>(text)));
                Assert.Equal((text, float.Parse(text, CultureInfo.InvariantCulture)), (text, Read<float>(text)));
                TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<Half>());
            }
        }
    }

    [Fact]
    public void Every_half_is_written_and_read_as_the_framework_does()
    {
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            if (BitConverter.UInt16BitsToHalf((ushort)bits) is var half && Half.IsFinite(half))
            {
                AreFormatted(half);
            }
        }
    }

    [Fact]
    public void Doubles_and_floats_are_written_in_their_shortest_form()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), value => AreFormatted(value)).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
        var random = new Random(17);
        for (var i = 0; i < Cases; i++)
        {
            AreFormatted(BitConverter.Int64BitsToDouble(random.NextInt64()));
            AreFormatted(BitConverter.Int32BitsToSingle(random.Next()));
            var few = random.NextInt64(1L << random.Next(1, 62)) / (decimal)BigInteger.Pow(10, random.Next(0, 10)) * (random.Next(2) == 0 ? 1 : -1);
            AreFormatted((double)few);
            AreFormatted((float)few);
            AreFormatted(Math.BitIncrement((double)few));
            AreFormatted(MathF.BitDecrement((float)few));
        }
    }

    [Fact]
    public void Long_integers_are_written_and_read_as_the_framework_does()
    {
        var random = new Random(38);
        for (var i = 0; i < Cases; i++)
        {
            var bytes = new byte[random.Next(1, 19)];
            random.NextBytes(bytes);
            var number = new BigInteger(bytes);
            foreach (var each in new[] { number, BigInteger.Pow(10, random.Next(41)) - random.Next(3), -BigInteger.Pow(10, random.Next(41)) + random.Next(3) })
            {
                AreFormatted(each);
                AreFormatted(Int128.CreateTruncating(each));
                AreFormatted(UInt128.CreateTruncating(each));
            }
        }
    }

    [Fact]
    public void Malformed_and_unusual_numbers_are_refused_or_read_as_on_the_long_way()
    {
        var random = new Random(8259);
        string[] edges = ["-0", "0", "00", "-", "", ".", "1.", ".5", "-.5", "+1", "1e5", "1E-5", "0.0", "-0.0", "65504", "65519.99", "65520", "NaN", "Infinity",
            "9007199254740992", "9007199254740993", "9007199254740992.5", "999999999999999999", "0.00000000000000001", "1_000", "340282366920938463463374607431768211456",
            "99999999999999999999999999999999999999", "100000000000000000000000000000000000000", "0000000000000000000000000000000000000000000001", "1 "];
        foreach (var text in edges.Concat(Enumerable.Range(0, 5_000).Select(_ => TwoWays.Changed(Digits(random), random, "0159-+.eE x"))))
        {
            TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<double>());
            TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<float>());
            TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<Half>());
            TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<decimal>());
            TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<long>());
            TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<Int128>());
            TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<UInt128>());
            TwoWays.AreOne("N", text, static (ref reader) => reader.ReadNumber<BigInteger>());
        }
    }

    /// <summary>Up to 20 digits, some of them perhaps behind a point.</summary>
    private static string Digits(Random random)
    {
        var digits = new string([.. Enumerable.Range(0, random.Next(1, 21)).Select(_ => (char)('0' + random.Next(10)))]);
        var point = random.Next(digits.Length + 1);
        var sign = random.Next(3) == 0 ? "-" : string.Empty;
        return point == digits.Length ? sign + digits : $"{sign}{(point == 0 ? "0" : digits[..point])}.{digits[point..]}";
    }

    private static T Read<T>(string text)
        where T : struct, INumber<T>
    {
        var reader = new WireReader(Encoding.UTF8.GetBytes($$"""{"N":"{{text}}"}"""));
        return reader.ReadNumber<T>();
    }

    /// <summary>Verifies that a number that DynamoDB has is written as the framework formats it, and comes back.</summary>
    private static void AreFormatted<T>(T value)
        where T : struct, INumber<T>
    {
        var expected = value.ToString(null, CultureInfo.InvariantCulture);
        using var writer = new WireWriter();
        try
        {
            writer.Number(value);
        }
        catch (ItemValueException)
        {
            Assert.True(!T.IsFinite(value) || expected.Length > 38 || expected.Contains('E', StringComparison.Ordinal), expected);
            return;
        }

        Assert.Equal(expected, Encoding.UTF8.GetString(writer.Written.Span));
        Assert.Equal((expected, value), (expected, Read<T>(expected)));
    }
}
