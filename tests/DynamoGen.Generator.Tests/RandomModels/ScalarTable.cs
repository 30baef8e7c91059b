using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>
/// Every type that is stored as one text, number, Boolean or bytes: a line a type. What the types' names mean is declared in <see cref="Declared"/>.
/// </summary>
internal static class ScalarTable
{
    public static readonly StoredType Text = String("string", values => values.Text(), value => (string)value);

    public static readonly StoredType Int32 = Number("int", values => values.Integer<int>());

    public static readonly EnumType Colour = new("Colour", [-1, 0, 1], ["Red", "Green", "Blue"]);

    public static readonly EnumType Stage = new("Stage", [0, 1, 2], ["in \"stock\"\n\\", "Sold", "größe"]);

    public static readonly EnumType Sides = new("Sides", [0, 1, 2, 3, 200]);

    public static readonly EnumType Level = new("Level", [0, 250]);

    public static readonly IReadOnlyList<StoredType> Scalars =
    [
        Text,
        Int32,
        Number("sbyte", values => values.Integer<sbyte>()),
        Number("byte", values => values.Integer<byte>()),
        Number("short", values => values.Integer<short>()),
        Number("ushort", values => values.Integer<ushort>()),
        Number("uint", values => values.Integer<uint>()),
        Number("long", values => values.Integer<long>()),
        Number("ulong", values => values.Integer<ulong>()),
        Number("Int128", values => (Int128)values.Large(isSigned: true)),
        Number("UInt128", values => (UInt128)values.Large(isSigned: false)),
        Number("System.Numerics.BigInteger", values => values.Large(isSigned: true)),
        Number("decimal", values => values.Decimal()),
        Number("double", values => values.Double()),
        Number("float", values => values.Float()),
        Number("Half", values => values.Half()),
        new ScalarType("bool", values => values.Chance(2), value => new AttributeValue { BOOL = (bool)value }),
        String("char", values => values.Character(), value => ((char)value).ToString()),
        String("Guid", values => values.Guid(), value => ((Guid)value).ToString()),
        String("DateTimeOffset", values => values.DateTimeOffset(), value => Timestamp(((DateTimeOffset)value).UtcDateTime)),
        String("DateTime", values => values.DateTime(), value => Timestamp((DateTime)value)),
        String("DateOnly", values => DateOnly.FromDateTime(values.DateTime()), value => ((DateOnly)value).ToString("o", CultureInfo.InvariantCulture)),
        String("TimeOnly", values => TimeOnly.FromDateTime(values.DateTime()), value => ((TimeOnly)value).ToString("o", CultureInfo.InvariantCulture)),
        String("TimeSpan", values => values.Duration(), value => Duration((TimeSpan)value)),
        Binary("byte[]", values => values.Bytes(), value => (byte[])value),
        Binary("ReadOnlyMemory<byte>", values => (ReadOnlyMemory<byte>)values.Bytes(), value => ((ReadOnlyMemory<byte>)value).ToArray()),
        Binary("Memory<byte>", values => (Memory<byte>)values.Bytes(), value => ((Memory<byte>)value).ToArray()),
        Binary("ImmutableArray<byte>", values => ImmutableArray.Create(values.Bytes()), value => [.. (ImmutableArray<byte>)value]),
        Colour,
        Stage,
        Sides,
        Level,
    ];

    /// <summary>Types that an attribute on the property stores in another form.</summary>
    public static readonly IReadOnlyList<StoredType> Forms =
    [
        new EnumType("Colour", [-1, 0, 1], form: "[EnumAsNumber]"),
        Epoch("DateTimeOffset", "[EpochSeconds]", values => values.DateTimeOffset(), value => ((DateTimeOffset)value).UtcDateTime, TimeSpan.TicksPerSecond),
        Epoch("DateTimeOffset", "[EpochMilliseconds]", values => values.DateTimeOffset(), value => ((DateTimeOffset)value).UtcDateTime,
            TimeSpan.TicksPerMillisecond),
        Epoch("DateTime", "[EpochSeconds]", values => values.DateTime(), value => (DateTime)value, TimeSpan.TicksPerSecond),
        Epoch("DateTime", "[EpochMilliseconds]", values => values.DateTime(), value => (DateTime)value, TimeSpan.TicksPerMillisecond),
        IsoMilliseconds("DateTimeOffset", values => values.DateTimeOffset(), value => ((DateTimeOffset)value).UtcDateTime),
        IsoMilliseconds("DateTime", values => values.DateTime(), value => (DateTime)value),
    ];

    private static ScalarType String(string name, Func<RandomValues, object> draw, Func<object, string> text) =>
        new(name, draw, value => new AttributeValue { S = text(value) });

    private static ScalarType Number<T>(string name, Func<RandomValues, T> draw)
        where T : struct, INumber<T> =>
        new(name, values => draw(values), value => new AttributeValue { N = ((T)value).ToString(null, CultureInfo.InvariantCulture) });

    private static ScalarType Binary(string name, Func<RandomValues, object> draw, Func<object, byte[]> bytes) =>
        new(name, draw, value => new AttributeValue { B = new MemoryStream(bytes(value)) });

    private static ScalarType Epoch(string name, string form, Func<RandomValues, object> draw, Func<object, DateTime> instant, long unit) =>
        new(name, draw,
            value => new AttributeValue { N = Floor(instant(value).Ticks - DateTime.UnixEpoch.Ticks, unit).ToString(CultureInfo.InvariantCulture) }, form);

    private static ScalarType IsoMilliseconds(string name, Func<RandomValues, object> draw, Func<object, DateTime> instant) => new(name, draw,
        value => new AttributeValue { S = instant(value).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) }, "[IsoMilliseconds]");

    private static long Floor(long ticks, long unit) => (ticks / unit) - (ticks % unit < 0 ? 1 : 0);

    private static string Timestamp(DateTime value) =>
        value.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture) + (value.Kind == DateTimeKind.Utc ? "Z" : string.Empty);

    /// <summary>ISO 8601 in fixed width, computed from the magnitude of all ticks.</summary>
    private static string Duration(TimeSpan value)
    {
        var ticks = Int128.Abs(value.Ticks);
        var time = (long)(ticks % TimeSpan.TicksPerDay);
        var sign = value.Ticks < 0 ? "-" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}P{(long)(ticks / TimeSpan.TicksPerDay):D8}DT{new DateTime(time):HH'H'mm'M'ss'.'fffffff'S'}");
    }
}
