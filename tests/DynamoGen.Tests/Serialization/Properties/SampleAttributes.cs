using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Tests.Serialization.Properties;

/// <summary>What a sample must be stored as, written by hand from the documentation.</summary>
internal static class SampleAttributes
{
    public static Dictionary<string, AttributeValue> Of(Sample sample)
    {
        var item = new Dictionary<string, AttributeValue>
        {
            ["Id"] = Text(sample.Id),
            ["Byte"] = Number(sample.Byte),
            ["SByte"] = Number(sample.SByte),
            ["Short"] = Number(sample.Short),
            ["UShort"] = Number(sample.UShort),
            ["Int"] = Number(sample.Int),
            ["UInt"] = Number(sample.UInt),
            ["Long"] = Number(sample.Long),
            ["ULong"] = Number(sample.ULong),
            ["Float"] = Number(sample.Float),
            ["Double"] = Number(sample.Double),
            ["Decimal"] = Number(sample.Decimal),
            ["Bool"] = new() { BOOL = sample.Bool },
            ["Guid"] = Text(sample.Guid.ToString()),
            ["Moment"] = Text(sample.Moment.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)),
            ["Clock"] = Text(sample.Clock.ToString("o", CultureInfo.InvariantCulture)),
            ["Day"] = Text(sample.Day.ToString("o", CultureInfo.InvariantCulture)),
            ["Time"] = Text(sample.Time.ToString("o", CultureInfo.InvariantCulture)),
            ["Span"] = Text(Duration(sample.Span)),
            ["Color"] = Text(sample.Color.ToString()),
            ["Rights"] = Number((int)sample.Rights),
            ["Bytes"] = new() { B = new MemoryStream(sample.Bytes) },
            ["Texts"] = new() { L = [.. sample.Texts.Select(text => text is null ? new AttributeValue { NULL = true } : Text(text))] },
            ["Numbers"] = new() { L = [.. sample.Numbers.Select(number => Number(number))] },
            ["Colors"] = new() { L = [.. sample.Colors.Select(color => Text(color.ToString()))] },
            ["Map"] = new() { M = sample.Map.ToDictionary(pair => pair.Key, pair => Of(pair.Value)) },
            ["Point"] = Of(sample.Point),
        };
        AddWhatMayBeAbsent(sample, item);
        return item;
    }

    /// <summary>Nulls and empty sets are left out.</summary>
    private static void AddWhatMayBeAbsent(Sample sample, Dictionary<string, AttributeValue> item)
    {
        var optional = new (string Name, AttributeValue? Value)[]
        {
            ("Part", sample.Part is { } part ? Text(part) : null),
            ("NoColor", sample.NoColor is { } color ? Text(color.ToString()) : null),
            ("NoInt", sample.NoInt is { } number ? Number(number) : null),
            ("TextSet", sample.TextSet.Count > 0 ? new() { SS = [.. sample.TextSet] } : null),
            ("NumberSet", sample.NumberSet.Count > 0
                ? new() { NS = [.. sample.NumberSet.Select(single => single.ToString(CultureInfo.InvariantCulture))] }
                : null),
            ("ByteSet", sample.ByteSet.Count > 0 ? new() { BS = [.. sample.ByteSet.Select(bytes => new MemoryStream(bytes))] } : null),
            ("Nested", sample.Nested is { } nested ? Of(nested) : null),
        };
        foreach (var (name, value) in optional.Where(pair => pair.Value is not null))
        {
            item.Add(name, value!);
        }
    }

    private static AttributeValue Of(Nested nested)
    {
        var map = new Dictionary<string, AttributeValue>
        {
            ["Name"] = Text(nested.Name),
            ["Count"] = Number(nested.Count),
            ["Points"] = new() { L = [.. nested.Points.Select(Of)] },
        };
        if (nested.Inner is { } inner)
        {
            map.Add("Inner", Of(inner));
        }

        return new AttributeValue { M = map };
    }

    private static AttributeValue Of(Point point) => new() { M = new() { ["X"] = Number(point.X), ["Y"] = Number(point.Y) } };

    private static AttributeValue Text(string text) => new() { S = text };

    private static AttributeValue Number(IFormattable number) => new() { N = number.ToString(null, CultureInfo.InvariantCulture) };

    private static string Duration(TimeSpan value)
    {
        var ticks = Int128.Abs(value.Ticks);
        var time = new DateTime((long)(ticks % TimeSpan.TicksPerDay));
        return string.Create(CultureInfo.InvariantCulture,
            $"{(value.Ticks < 0 ? "-" : string.Empty)}P{(long)(ticks / TimeSpan.TicksPerDay):D8}DT{time:HH'H'mm'M'ss'.'fffffff'S'}");
    }
}
