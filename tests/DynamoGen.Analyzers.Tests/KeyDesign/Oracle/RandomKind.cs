using System.Globalization;
using DynamoGen.Keys;

namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>A form of placeholder: a type with a format.</summary>
/// <param name="Family">What the values are; forms of one family write the same values, in the same order.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Format">The format, with its colon.</param>
/// <param name="Texts">What the product writes for each value of the family; null for one that does not fit.</param>
internal sealed record RandomKind(string Family, string Type, string Format, IReadOnlyList<string?> Texts)
{
    private const string Date = "yyyy-MM-dd";
    private const string Clock = "HH:mm:ss.fffffff";
    private const string Instant = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>Every text that a value can have, letter by letter.</summary>
    public Remainder[] Starts { get; init; } = [];

    /// <summary>Whether the family has more values than are listed.</summary>
    public bool IsSampled { get; init; }

    public bool NeedsEnd { get; init; }

    public bool IsText => Type == "string";

    /// <summary>The types by which a query can give a value of it.</summary>
    public string[] ValueTypes { get; init; } = [Type];

    /// <summary>The types of bounds with the lowest and the highest text that one can be.</summary>
    public (string Type, string? Lowest, string? Highest)[] Bounds { get; init; } = [];

    /// <summary>The format that a time is written in.</summary>
    public string? TimeFormat { get; init; }

    public static RandomKind[] All { get; } = [.. Numbers(), .. Times(), .. Names()];

    private delegate void Write<in T>(ref KeyBuilder key, T value);

    private static IEnumerable<RandomKind> Names()
    {
        yield return new("Name", "string", string.Empty, []) { NeedsEnd = true, Bounds = [("string", null, null)] };
        yield return Listed("Flag", "bool", Written([false, true], (ref key, flag) => key.Boolean(flag)));
        yield return Listed("Tree", "Tree", ["Ash", "Oak"]) with { NeedsEnd = true };
        yield return Listed("Wood", "Wood", ["Oak", "Elm"]) with { NeedsEnd = true };
        var ids = Written([Guid.Empty, Guid.AllBitsSet, new("20200101-0000-1999-8000-0000000000ab")], (ref key, id) => key.Guid(id));
        yield return new("Id", "Guid", string.Empty, ids) { Starts = [new Hexadecimal(0)], IsSampled = true, Bounds = [("Guid", ids[0], ids[1])] };
    }

    private static RandomKind Listed(string family, string type, string?[] texts) =>
        new(family, type, string.Empty, texts) { Starts = [.. texts.Select(text => new Literal(text!))] };

    private static IEnumerable<RandomKind> Numbers()
    {
        long[] telling = [0, 1, -1, 12, 99, -99, 256, 2020, 20200101, int.MaxValue, int.MinValue];
        var small = Enumerable.Range(-99, 199).Select(number => (long)number).ToArray();
        yield return Number("Digit", "int", ":D1", int.MinValue, int.MaxValue, 1, small);
        yield return Number("Digit", "int", ":D2", int.MinValue, int.MaxValue, 2, small);
        yield return Number("Pair", "byte", ":D2", 0, byte.MaxValue, 2, [.. Enumerable.Range(0, 256)]);
        yield return Number("Pair", "byte", string.Empty, 0, byte.MaxValue, 3, [.. Enumerable.Range(0, 256)]);
        yield return Number("Signed", "sbyte", string.Empty, sbyte.MinValue, sbyte.MaxValue, 3, [.. Enumerable.Range(-128, 256)]);
        yield return Sampled(Number("Small", "short", string.Empty, short.MinValue, short.MaxValue, 5, telling));
        yield return Sampled(Number("Small", "short", ":D4", short.MinValue, short.MaxValue, 4, telling));
        yield return Sampled(Number("Count", "int", string.Empty, int.MinValue, int.MaxValue, 10, telling));
        yield return Sampled(Number("Count", "int", ":D4", int.MinValue, int.MaxValue, 4, telling));
        yield return Sampled(Number("Word", "uint", string.Empty, 0, uint.MaxValue, 10, [.. telling.Select(Math.Abs)]));
        yield return Sampled(Number("Long", "long", string.Empty, long.MinValue, long.MaxValue, 19, [long.MinValue, long.MaxValue, .. telling]));
        yield return Sampled(Number("Span", "TimeSpan", string.Empty, long.MinValue, long.MaxValue, 19, [long.MinValue, long.MaxValue, .. telling]));
        yield return Decimals(":0.0", 1, 1);
        yield return Decimals(":00.0", 2, 1);
        yield return Decimals(":00", 2, 0);
    }

    private static RandomKind Sampled(RandomKind kind) => kind with { IsSampled = true };

    private static RandomKind Number(string family, string type, string format, long lowest, long highest, int digits, IEnumerable<long> values)
    {
        var texts = Written(values.Select(value => Math.Clamp(value, lowest, highest)), (ref key, value) => key.Number(value, digits));
        var ends = Written([lowest, -(long)Math.Pow(10, Math.Min(digits, 18)) + 1], (ref key, value) => key.Number(value, digits));
        var tops = Written([highest, (long)Math.Pow(10, Math.Min(digits, 18)) - 1], (ref key, value) => key.Number(value, digits));
        return new(family, type, format, texts)
        {
            Starts = Digits.Numbers(lowest, highest, digits),
            Bounds = [(type, lowest < 0 ? ends[0] ?? ends[1] : new string('0', digits), tops[0] ?? tops[1])],
        };
    }

    private static RandomKind Decimals(string format, int integers, int fraction)
    {
        var all = Enumerable.Range(-999, 1999).Select(tenths => tenths / 10m);
        var texts = Written(all, (ref key, value) => key.Decimal(value, integers, fraction));
        var highest = (Int128)Math.Pow(10, integers + fraction) - 1;
        return new("Money", "decimal", format, texts)
        {
            Starts = Digits.Numbers(-highest, highest, integers + fraction, fraction),
            Bounds = [("decimal", texts.OfType<string>().Min(StringComparer.Ordinal), texts.OfType<string>().Max(StringComparer.Ordinal))],
        };
    }

    private static IEnumerable<RandomKind> Times()
    {
        var minutes = Enumerable.Range(0, 24 * 60).Select(minute => new TimeOnly(minute / 60, minute % 60)).ToArray();
        yield return Time("Hour", "TimeOnly", "HH", Written(minutes, (ref key, time) => key.Time(time, "HH")));
        yield return Time("Hour", "TimeOnly", "HHmm", Written(minutes, (ref key, time) => key.Time(time, "HHmm")));
        yield return Sampled(Time("Clock", "TimeOnly", null, Written([TimeOnly.MinValue, TimeOnly.MaxValue], (ref key, time) => key.Time(time))));

        DateOnly[] days = [DateOnly.MinValue, DateOnly.MaxValue, new(2020, 2, 29), new(2020, 1, 31), new(1999, 12, 31), new(2100, 2, 28)];
        foreach (var format in new[] { null, "yyyy", "yyyy-MM", "yyyyMM", "yyyyMMdd", "yyyy#MM" })
        {
            yield return Sampled(Time("Day", "DateOnly", format, Written(days, (ref key, day) => key.Date(day, format ?? Date))));
        }

        var instants = days.Select(day => new DateTimeOffset(day, new TimeOnly(13, 5), TimeSpan.Zero)).Append(DateTimeOffset.MaxValue).ToArray();
        foreach (var format in new[] { null, "yyyy", "yyyy-MM-dd", "yyyy-MM-ddTHH", "yyyyMMddHHmm" })
        {
            yield return Sampled(Time("At", "DateTimeOffset", format, Written(instants, (ref key, at) => key.Timestamp(at, format ?? Instant))));
        }
    }

    private static RandomKind Time(string family, string type, string? format, string?[] texts)
    {
        var whole = format ?? (type == "TimeOnly" ? Clock : type == "DateOnly" ? Date : Instant);
        string Bound(DateTimeOffset at, string pattern) => at.ToString(pattern, CultureInfo.InvariantCulture);
        var day = whole.IndexOf("dd", StringComparison.Ordinal) is >= 0 and var index ? whole[..(index + 2)] : null;
        var bounds = new List<(string, string?, string?)>();
        if (type == "DateOnly" || (type == "DateTimeOffset" && day is not null))
        {
            var pattern = type == "DateOnly" ? whole : day!;
            bounds.Add(("DateOnly", Bound(DateTimeOffset.MinValue, pattern), Bound(DateTimeOffset.MaxValue, pattern)));
        }

        if (format is null && type != "DateOnly")
        {
            bounds.Add((type, Bound(DateTimeOffset.MinValue, whole), Bound(DateTimeOffset.MaxValue, whole)));
        }

        return new(family, type, format is null ? string.Empty : ":" + format, texts)
        {
            Starts = [new Time(whole)],
            Bounds = [.. bounds],
            TimeFormat = whole,
            ValueTypes = type == "DateTimeOffset" && whole == day ? [type, "DateOnly"] : [type],
        };
    }

    private static string?[] Written<T>(IEnumerable<T> values, Write<T> write)
    {
        var buffer = new byte[64];
        return [.. values.Select(value =>
        {
            try
            {
                var key = new KeyBuilder(buffer);
                write(ref key, value);
                return key.ToString();
            }
            catch (KeyException)
            {
                return null;
            }
        })];
    }
}
