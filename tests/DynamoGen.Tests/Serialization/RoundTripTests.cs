using System.Globalization;
using System.Text.Json;

namespace DynamoGen.Tests.Serialization;

public sealed class RoundTripTests
{
    private static readonly Sample Full = new()
    {
        Id = "a \"quoted\" \\ text\n\u0001 with ✓ and \U0001F600",
        Part = "p",
        Byte = byte.MaxValue,
        SByte = sbyte.MinValue,
        Short = short.MinValue,
        UShort = ushort.MaxValue,
        Int = int.MinValue,
        UInt = uint.MaxValue,
        Long = long.MinValue,
        ULong = ulong.MaxValue,
        Float = 1.1f,
        Double = 12.5,
        Decimal = -79228162514264337593543950335m,
        Bool = true,
        Guid = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"),
        Moment = new DateTimeOffset(2012, 7, 4, 1, 2, 3, TimeSpan.FromHours(2)).AddTicks(7),
        Clock = new DateTime(2012, 7, 4, 1, 2, 3, DateTimeKind.Utc).AddTicks(9),
        Day = new DateOnly(2012, 7, 4),
        Time = new TimeOnly(23, 59, 59).Add(TimeSpan.FromTicks(1)),
        Span = TimeSpan.FromDays(-3.5),
        Color = Color.Blue,
        NoColor = Color.Green,
        Rights = Rights.Read | Rights.Write,
        NoInt = 0,
        Bytes = [0, 255, 128],
        Texts = ["a", null, ""],
        Numbers = [3, -1, 0],
        Colors = [Color.Green, Color.Red],
        TextSet = ["x", "y"],
        NumberSet = new HashSet<decimal> { 1.5m, -2 },
        ByteSet = new HashSet<byte[]> { new byte[] { 1, 2 } },
        Map = new() { ["k\"ey"] = new Nested("n", 3, new Nested("deeper")) },
        Nested = new Nested("top") { Points = [new Point { X = 1, Y = -0.25 }] },
        Point = new Point { X = 9.99e125, Y = 1e-130 },
    };

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Every_kind_of_member_comes_back_equal_in_any_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            AssertEqual(Full, Wire.Read<Sample, Sample.Marshaller>(Wire.Write<Sample, Sample.Marshaller>(Full)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_entity_of_defaults_comes_back_equal()
    {
        var sample = new Sample { Id = "1" };

        AssertEqual(sample, Wire.Read<Sample, Sample.Marshaller>(Wire.Write<Sample, Sample.Marshaller>(sample)));
    }

    [Fact]
    public void Attributes_are_read_in_any_order_and_between_any_white_space()
    {
        using var json = JsonDocument.Parse(Wire.Write<Sample, Sample.Marshaller>(Full));
        var shuffled = json.RootElement.EnumerateObject().OrderByDescending(member => member.Name, StringComparer.Ordinal)
            .ToDictionary(member => member.Name, member => member.Value);
        var indented = JsonSerializer.Serialize(shuffled, new JsonSerializerOptions { WriteIndented = true });

        AssertEqual(Full, Wire.Read<Sample, Sample.Marshaller>(indented));
    }

    [Fact]
    public void Written_items_have_the_attribute_types_that_DynamoDB_expects()
    {
        using var json = JsonDocument.Parse(Wire.Write<Sample, Sample.Marshaller>(Full));
        var types = json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => Assert.Single(member.Value.EnumerateObject()).Name);

        Assert.Equal(("S", "S", "N"), (types["pk"], types["_t"], types["_v"]));
        Assert.Equal(("N", "BOOL", "S", "B"), (types["Long"], types["Bool"], types["Guid"], types["Bytes"]));
        Assert.Equal(("L", "SS", "NS", "BS"), (types["Texts"], types["TextSet"], types["NumberSet"], types["ByteSet"]));
        Assert.Equal(("M", "M", "S", "N"), (types["Map"], types["Nested"], types["Color"], types["Rights"]));
    }

    [Fact]
    public void What_is_null_or_an_empty_set_is_left_out_of_the_item()
    {
        using var json = JsonDocument.Parse(Wire.Write<Sample, Sample.Marshaller>(new Sample { Id = "1" }));
        var names = json.RootElement.EnumerateObject().Select(member => member.Name).ToArray();

        Assert.DoesNotContain("NoInt", names);
        Assert.DoesNotContain("Nested", names);
        Assert.DoesNotContain("TextSet", names);
        Assert.Contains("Texts", names);
    }

    [Fact]
    public void An_item_without_a_value_for_an_index_key_is_not_in_the_index()
    {
        Assert.DoesNotContain("gsi1pk", Wire.Write<Sample, Sample.Marshaller>(new Sample { Id = "1" }));
        Assert.Contains("\"gsi1pk\":{\"S\":\"PART#p\"},\"gsi1sk\":{\"S\":\"1\"}", Wire.Write<Sample, Sample.Marshaller>(new Sample { Id = "1", Part = "p" }));
    }

    [Fact]
    public void Writing_an_entity_allocates_nothing()
    {
        using var writer = new DynamoGen.Serialization.WireWriter();
        var sample = new Sample
        {
            Id = "1",
            Part = "p",
            Texts = [],
            Moment = DateTimeOffset.UnixEpoch,
            Double = 1.5,
            Decimal = 7.25m,
            Guid = Guid.NewGuid(),
            Bytes = [1, 2, 3],
        };
        for (var i = 0; i < 100; i++)
        {
            writer.Clear();
            Sample.Marshaller.Write(writer, sample);
        }

        writer.Clear();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Sample.Marshaller.Write(writer, sample);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private static void AssertEqual(Sample expected, Sample actual)
    {
        Assert.Equal(expected.Texts, actual.Texts);
        Assert.Equal(expected.Bytes, actual.Bytes);
        Assert.Equal(expected.Numbers, actual.Numbers);
        Assert.Equal(expected.Colors, actual.Colors);
        Assert.Equal(expected.TextSet, actual.TextSet);
        Assert.True(expected.NumberSet.SetEquals(actual.NumberSet));
        Assert.Equal(expected.ByteSet.ToArray(), actual.ByteSet.ToArray());
        Assert.Equal(expected.Map, actual.Map);
        Assert.Equal(expected.Clock.Kind, actual.Clock.Kind);

        // A record compares its collections by reference; those were compared above.
        Assert.Equal(expected, actual with
        {
            Texts = expected.Texts,
            Bytes = expected.Bytes,
            Numbers = expected.Numbers,
            Colors = expected.Colors,
            TextSet = expected.TextSet,
            NumberSet = expected.NumberSet,
            ByteSet = expected.ByteSet,
            Map = expected.Map,
        });
    }
}
