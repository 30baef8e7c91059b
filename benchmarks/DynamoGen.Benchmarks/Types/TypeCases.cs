using System.Numerics;

namespace DynamoGen.Benchmarks.Types;

/// <summary>A case for each type that docs/types.md lists.</summary>
internal static class TypeCases
{
    public static IEnumerable<ITypeCase> Scalars =>
    [
        Case<string>.Of<Strings, Strings.Marshaller>("string", n => $"Vins et alcools {n % 97}"),
        Case<char>.Of<Chars, Chars.Marshaller>("char", n => (char)('a' + (n % 26))),
        Case<sbyte>.Of<SBytes, SBytes.Marshaller>("sbyte", n => (sbyte)(n % 100)),
        Case<byte>.Of<Bytes, Bytes.Marshaller>("byte", n => (byte)n),
        Case<short>.Of<Shorts, Shorts.Marshaller>("short", n => (short)(n - 4000)),
        Case<ushort>.Of<UShorts, UShorts.Marshaller>("ushort", n => (ushort)n),
        Case<int>.Of<Ints, Ints.Marshaller>("int", n => n * 7919),
        Case<uint>.Of<UInts, UInts.Marshaller>("uint", n => (uint)n * 7919),
        Case<long>.Of<Longs, Longs.Marshaller>("long", n => n * 7919_000_001L),
        Case<ulong>.Of<ULongs, ULongs.Marshaller>("ulong", n => (ulong)n * 7919_000_001UL),
        Case<Int128>.Of<Int128s, Int128s.Marshaller>("Int128", n => (Int128)n * 7919_000_000_000_000_001L),
        Case<UInt128>.Of<UInt128s, UInt128s.Marshaller>("UInt128", n => (UInt128)n * 7919_000_000_000_000_001UL),
        Case<BigInteger>.Of<BigIntegers, BigIntegers.Marshaller>("BigInteger", n => (BigInteger)n * 7919_000_000_000_000_001L),
        Case<Half>.Of<Halves, Halves.Marshaller>("Half", n => (Half)(n / 16f)),
        Case<float>.Of<Floats, Floats.Marshaller>("float", n => n * 0.37f),
        Case<double>.Of<Doubles, Doubles.Marshaller>("double", n => n * 37 / 100d),
        Case<double>.Of<LongDoubles, LongDoubles.Marshaller>("double of 16 or 17 digits", n => Math.Sqrt(n + 2)),
        Case<decimal>.Of<Decimals, Decimals.Marshaller>("decimal", n => n * 37 / 100m),
        Case<bool>.Of<Bools, Bools.Marshaller>("bool", n => n % 3 == 0),
        Case<Guid>.Of<Guids, Guids.Marshaller>("Guid", n => new Guid(n * 7919, (short)n, (short)(n * 31), 1, 2, 3, 4, 5, 6, 7, (byte)n)),
        Case<DateTimeOffset>.Of<Instants, Instants.Marshaller>("DateTimeOffset",
            n => new DateTimeOffset(2012, 7, 4, 0, 0, 0, TimeSpan.Zero).AddSeconds(n * 7919d)),
        Case<DateTime>.Of<Clocks, Clocks.Marshaller>("DateTime", n => new DateTime(2012, 7, 4, 0, 0, 0, DateTimeKind.Utc).AddSeconds(n * 7919d)),
        Case<DateTime>.Of<PlainClocks, PlainClocks.Marshaller>("DateTime of no kind", n => new DateTime(2012, 7, 4).AddSeconds(n * 7919d)),
        Case<DateOnly>.Of<Dates, Dates.Marshaller>("DateOnly", n => new DateOnly(2012, 7, 4).AddDays(n)),
        Case<TimeOnly>.Of<Times, Times.Marshaller>("TimeOnly", n => new TimeOnly(n * 7_919_000_123L % TimeSpan.TicksPerDay)),
        Case<TimeSpan>.Of<Spans, Spans.Marshaller>("TimeSpan", n => new TimeSpan(n * 7_919_000_123L)),
        Case<Color>.Of<Colors, Colors.Marshaller>("enum", n => (Color)(n % 3)),
        Case<ColorNumber>.Of<ColorNumbers, ColorNumbers.Marshaller>("enum as number", n => (ColorNumber)(n % 3)),
        Case<byte[]>.Of<Blobs, Blobs.Marshaller>("byte[]", n => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, (byte)n]),
        Case<CustomerId>.Of<Ids, Ids.Marshaller>("wrapper of string", n => new CustomerId($"customer {n}")),
        Case<string?>.Of<OptionalStrings, OptionalStrings.Marshaller>("string?", n => n % 8 == 3 ? null : $"Vins et alcools {n % 97}"),
        Case<int?>.Of<OptionalInts, OptionalInts.Marshaller>("int?", n => n % 8 == 3 ? null : n * 7919),
        Case<double?>.Of<OptionalDoubles, OptionalDoubles.Marshaller>("double?", n => n % 8 == 3 ? null : n * 37 / 100d),
        Case<Guid?>.Of<OptionalGuids, OptionalGuids.Marshaller>("Guid?",
            n => n % 8 == 3 ? null : new Guid(n * 7919, (short)n, (short)(n * 31), 1, 2, 3, 4, 5, 6, 7, (byte)n)),
        Case<DateOnly?>.Of<OptionalDates, OptionalDates.Marshaller>("DateOnly?", n => n % 8 == 3 ? null : new DateOnly(2012, 7, 4).AddDays(n)),
        Case<Place>.Of<Records, Records.Marshaller>("nested record", n => new Place($"street {n}", n)),
        Case<Shape>.Of<Shapes, Shapes.Marshaller>("polymorphic", n => n % 2 == 0 ? new Circle(n) : new Square(n)),
        new TypeCase<Seconds, Seconds.Marshaller>("[EpochSeconds]", Seconds.Of),
        new TypeCase<Milliseconds, Milliseconds.Marshaller>("[EpochMilliseconds]", Milliseconds.Of),
    ];

    public static IEnumerable<ITypeCase> Collections =>
    [
        Case<(int Left, string Right)>.Of<Tuples, Tuples.Marshaller>("tuple", n => (n, $"text {n % 97}")),
        Case<List<string>>.Of<StringLists, StringLists.Marshaller>("List<string>", n => [$"text {n}", "two", "three", "four"], Exact.Of),
        Case<List<int>>.Of<IntLists, IntLists.Marshaller>("List<int>", n => [n, n + 1, n + 2, n + 3], Exact.Of),
        Case<double[]>.Of<DoubleArrays, DoubleArrays.Marshaller>("double[]", n => [n / 4d, n + 0.37, 0.5, 100], Exact.Of),
        Case<HashSet<string>>.Of<StringSets, StringSets.Marshaller>("HashSet<string>", n => [$"text {n}", "two", "three", "four"], Exact.Of),
        Case<HashSet<int>>.Of<IntSets, IntSets.Marshaller>("HashSet<int>", n => [n, n + 1, n + 2, n + 3], Exact.Of),
        Case<Dictionary<string, int>>.Of<IntMaps, IntMaps.Marshaller>("Dictionary<string, int>",
            n => new() { ["seen"] = n, ["shared"] = 2, ["changed"] = n % 7, ["kept"] = 4 }, Exact.Of),
        Case<Dictionary<string, string>>.Of<StringMaps, StringMaps.Marshaller>("Dictionary<string, string>",
            n => new() { ["seen"] = $"text {n}", ["shared"] = "two", ["changed"] = "three", ["kept"] = "four" }, Exact.Of),
        Case<Dictionary<DateOnly, int>>.Of<DateMaps, DateMaps.Marshaller>("Dictionary<DateOnly, int>",
            n => new() { [new DateOnly(2012, 7, 4).AddDays(n)] = n, [new DateOnly(2013, 7, 4)] = 2 }, Exact.Of),
    ];

    private static class Case<T>
    {
        public static ITypeCase Of<TEntity, TMarshaller>(string name, Func<int, T> value, Func<T, T>? copy = null)
            where TEntity : Eight<T>
            where TMarshaller : struct, DynamoGen.Serialization.IItemMarshaller<TEntity> =>
            new TypeCase<TEntity, TMarshaller>(
                name,
                number => Eight<T>.Of<TEntity>(number, value),
                copy is null ? null : entity => entity.Copied<TEntity>(copy));
    }
}
