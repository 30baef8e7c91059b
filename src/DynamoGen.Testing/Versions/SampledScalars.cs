using System.Collections.Immutable;
using System.Numerics;

namespace DynamoGen.Testing;

/// <summary>Draws values that are stored as one S, N, B or BOOL, those at the ends of their types among them.</summary>
internal static class SampledScalars
{
    /// <summary>Texts that are easily spoilt: empty, with spaces, quotation marks, line ends, or more bytes than letters.</summary>
    private static readonly string[] Texts = [
        "", " ", "a", "A B", "none", "a,b;c", "\"\\'", "line\nend\t",
        "äöß", "\u0301e", "日本語", "😀", "0", "-1.50", "null",
    ];

    private static readonly Dictionary<Type, Func<Random, object>> Draws = new()
    {
        [typeof(string)] = random => Text(random),
        [typeof(char)] = random => (char)random.Next(' ', 0xD7FF),
        [typeof(bool)] = random => random.Next(2) == 0,
        [typeof(sbyte)] = random => (sbyte)Whole(random, sbyte.MinValue, sbyte.MaxValue),
        [typeof(byte)] = random => (byte)Whole(random, byte.MinValue, byte.MaxValue),
        [typeof(short)] = random => (short)Whole(random, short.MinValue, short.MaxValue),
        [typeof(ushort)] = random => (ushort)Whole(random, ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = random => (int)Whole(random, int.MinValue, int.MaxValue),
        [typeof(uint)] = random => (uint)Whole(random, uint.MinValue, uint.MaxValue),
        [typeof(long)] = random => Whole(random, long.MinValue, long.MaxValue),
        [typeof(ulong)] = random => (ulong)Whole(random, 0, long.MaxValue),
        [typeof(Int128)] = random => (Int128)Whole(random, long.MinValue, long.MaxValue) * 1_000_003,
        [typeof(UInt128)] = random => (UInt128)Whole(random, 0, long.MaxValue) * 1_000_003,
        [typeof(BigInteger)] = random => (BigInteger)Whole(random, long.MinValue, long.MaxValue) * 1_000_003,
        [typeof(decimal)] = random => Fraction(random),
        [typeof(double)] = random => (double)Fraction(random),
        [typeof(float)] = random => (float)Fraction(random),
        [typeof(Half)] = random => (Half)(random.NextDouble() * 1000),
        [typeof(Guid)] = random => new Guid(Bytes(random, 16)),
        [typeof(DateTimeOffset)] = random => new DateTimeOffset(Instant(random), TimeSpan.Zero),
        [typeof(DateTime)] = random => Instant(random),
        [typeof(DateOnly)] = random => DateOnly.FromDateTime(Instant(random)),
        [typeof(TimeOnly)] = random => TimeOnly.FromDateTime(Instant(random)),
        [typeof(TimeSpan)] = random => new TimeSpan(random.NextInt64(-1_000_000_000_000_000, 1_000_000_000_000_000)),
        [typeof(byte[])] = random => Bytes(random, random.Next(5)),
        [typeof(ReadOnlyMemory<byte>)] = random => new ReadOnlyMemory<byte>(Bytes(random, random.Next(5))),
        [typeof(Memory<byte>)] = random => new Memory<byte>(Bytes(random, random.Next(5))),
        [typeof(ImmutableArray<byte>)] = random => ImmutableArray.Create(Bytes(random, random.Next(5))),
        [typeof(Amazon.DynamoDBv2.Model.AttributeValue)] = random => new Amazon.DynamoDBv2.Model.AttributeValue(Text(random)),
    };

    /// <summary>A value of a type; null where it is none of these.</summary>
    public static object? Of(Type type, Random random) =>
        Draws.TryGetValue(type, out var draw) ? draw(random)
        : type.IsEnum ? Enum(type, random)
        : null;

    /// <summary>One of an enum's members; of flags, some of them together.</summary>
    private static object Enum(Type type, Random random)
    {
        var members = System.Enum.GetValues(type);
        var first = members.GetValue(random.Next(members.Length))!;
        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            return first;
        }

        var (one, other) = (Convert.ToInt64(first, null), Convert.ToInt64(members.GetValue(random.Next(members.Length)), null));
        return System.Enum.ToObject(type, one | other);
    }

    private static string Text(Random random) =>
        random.Next(3) == 0 ? $"{Texts[random.Next(Texts.Length)]} {Texts[random.Next(Texts.Length)]}" : Texts[random.Next(Texts.Length)];

    /// <summary>Small numbers mostly, the ends of the type now and then.</summary>
    private static long Whole(Random random, long least, long most) => random.Next(8) switch
    {
        0 => least,
        1 => most,
        2 => random.NextInt64(least, most),
        _ => Math.Max(least, random.Next(-3, 100)),
    };

    private static decimal Fraction(Random random) => random.Next(4) switch
    {
        0 => 0m,
        1 => random.Next(-100, 100),
        2 => random.Next(-100_000, 100_000) / 100m,
        _ => random.NextInt64(-1_000_000_000_000, 1_000_000_000_000) / 1_000_000m,
    };

    private static DateTime Instant(Random random)
    {
        var instant = DateTime.UnixEpoch.AddDays(random.Next(-10_000, 30_000));
        return random.Next(3) == 0 ? instant : instant.AddTicks(random.NextInt64(TimeSpan.TicksPerDay));
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
