using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace DynamoGen.Tests.Serialization.Types;

public sealed class PartTests
{
    private static readonly Part Least = new(DateTimeOffset.UnixEpoch) { PartId = new PartId("p"), Serial = new Serial(1) };

    [Fact]
    public void A_wrapper_is_stored_as_its_value_in_attributes_and_in_keys()
    {
        var part = Least with { Owner = new Id<Colour>(Guid.Parse("01234567-89ab-cdef-0123-456789abcdef")) };

        AssertStored(part, "PartId", """{"S":"p"}""");
        AssertStored(part, "Serial", """{"N":"1"}""");
        AssertStored(part, "pk", """{"S":"PART#p"}""");
        AssertStored(part, "gsi1pk", """{"S":"OWNER#01234567-89ab-cdef-0123-456789abcdef"}""");
        AssertSame(part, part => part.Owner);
        Assert.True(Part.Keys.Primary.TryParsePartitionKey("PART#p", out var id));
        Assert.Equal(new PartId("p"), id);
    }

    [Fact]
    public void A_wrapper_that_refuses_a_stored_value_is_an_error_of_the_attribute()
    {
        var refused = Assert.Throws<ItemFormatException>(() => Read(Least, "Percent", """{"N":"101"}"""));

        Assert.Equal("Percent", refused.Attribute);
        Assert.IsType<ArgumentOutOfRangeException>(refused.InnerException);
    }

    [Theory]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("-99999999999999999999999999999999999999")]
    [InlineData("12345678901234567890123456789012345678000000000")]
    [InlineData("0")]
    public void A_large_integer_of_38_digits_is_kept(string digits)
    {
        var part = Least with { Huge = BigInteger.Parse(digits, CultureInfo.InvariantCulture) };

        AssertStored(part, "Huge", $$"""{"N":"{{digits}}"}""");
        AssertSame(part, part => part.Huge);
    }

    [Fact]
    public void An_integer_of_more_digits_than_a_number_has_is_refused()
    {
        Assert.Throws<ItemValueException>(
            () => Write(Least with { Huge = BigInteger.Parse("100000000000000000000000000000000000001", CultureInfo.InvariantCulture) }));
        Assert.Throws<ItemValueException>(() => Write(Least with { Huge = BigInteger.Pow(10, 126) }));
        Assert.Throws<ItemValueException>(() => Write(Least with { Signed = Int128.MinValue }));
        Assert.Throws<ItemValueException>(() => Write(Least with { Unsigned = UInt128.MaxValue }));
        AssertSame(Least with { Huge = BigInteger.Pow(10, 125), Signed = -Int128.MaxValue / 10, Unsigned = UInt128.MaxValue / 10 },
            part => (part.Huge, part.Signed, part.Unsigned));
    }

    [Theory]
    [InlineData("1E999999999")]
    [InlineData("1E126")]
    [InlineData("1E-131")]
    [InlineData("100000000000000000000000000000000000001")]
    [InlineData("1.5")]
    [InlineData("1E-2")]
    public void A_number_that_an_integer_cannot_hold_is_an_error_at_once(string number) =>
        Assert.Equal("Huge", Assert.Throws<ItemFormatException>(() => Read(Least, "Huge", $$"""{"N":"{{number}}"}""")).Attribute);

    [Fact]
    public void Small_floats_and_characters_are_kept()
    {
        var part = Least with { Half = (Half)0.1f, Letter = '"', Tuple = (1, null, (true, Half.MaxValue)) };

        AssertStored(part, "Half", """{"N":"0.1"}""");
        AssertStored(part, "Tuple", """{"L":[{"N":"1"},{"NULL":true},{"L":[{"BOOL":true},{"N":"65500"}]}]}""");
        AssertSame(part, part => (part.Half, part.Letter, part.Tuple));
        Assert.Throws<ItemValueException>(() => Write(Least with { Letter = '\ud800' }));
    }

    [Theory]
    [InlineData("Letter", """{"S":"ab"}""")]
    [InlineData("Letter", """{"S":""}""")]
    [InlineData("Letter", """{"S":"\ud83d\ude00"}""")]
    [InlineData("Tuple", """{"L":[{"N":"1"},{"S":"a"}]}""")]
    [InlineData("Tuple", """{"L":[{"N":"1"},{"NULL":true},{"L":[{"BOOL":true},{"N":"1"}]},{"N":"1"}]}""")]
    [InlineData("Numbered", """{"N":"2"}""")]
    [InlineData("Level", """{"N":"256"}""")]
    [InlineData("Level", """{"S":"Low"}""")]
    [InlineData("Stage", """{"S":"InStock"}""")]
    [InlineData("Expires", """{"N":"99999999999999"}""")]
    [InlineData("Expires", """{"N":"1.5"}""")]
    [InlineData("Colour", """{"S":"1,2"}""")]
    [InlineData("Colours", """{"M":{"Unsold":{"NULL":true}}}""")]
    [InlineData("ByGuid", """{"M":{"x":{"N":"1"}}}""")]
    [InlineData("ByNumber", """{"M":{"1.5":{"S":""}}}""")]
    [InlineData("Payment", """{"M":{"Amount":{"N":"1"}}}""")]
    [InlineData("Payment", """{"M":{"kind":{"S":"cash"},"Amount":{"N":"1"}}}""")]
    [InlineData("Spans", """{"L":[{"S":"P1M"}]}""")]
    [InlineData("Days", """{"SS":["2012-13-01"]}""")]
    public void What_does_not_fit_the_form_is_an_error_of_the_attribute(string attribute, string value) =>
        Assert.StartsWith(attribute, Assert.Throws<ItemFormatException>(() => Read(Least, attribute, value)).Attribute, StringComparison.Ordinal);

    [Fact]
    public void Instants_as_numbers_lose_only_what_is_finer()
    {
        var instant = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2));
        var part = Least with
        {
            Expires = instant,
            Changed = instant.UtcDateTime.AddTicks(1),
            Seen = [instant, null, DateTimeOffset.UnixEpoch.AddMilliseconds(-1)],
        };

        AssertStored(part, "Expires", """{"N":"1767315845"}""");
        AssertStored(part, "Changed", """{"N":"1767315845678"}""");
        AssertStored(part, "Seen", """{"L":[{"N":"1767315845"},{"NULL":true},{"N":"-1"}]}""");
        var read = RoundTrip(part);
        Assert.Equal(instant.AddMilliseconds(-678), read.Expires);
        Assert.Equal((instant.UtcDateTime, DateTimeKind.Utc), (read.Changed, read.Changed.Kind));
        Assert.Equal([instant.AddMilliseconds(-678), null, DateTimeOffset.UnixEpoch.AddSeconds(-1)], read.Seen);
    }

    [Fact]
    public void Enums_are_stored_by_their_name_by_another_name_or_by_number()
    {
        var part = Least with
        {
            Numbered = Stage.Sold,
            Level = Level.High,
            Stages = [Stage.InStock, Stage.Sold],
            Colours = new() { [Stage.InStock] = new(1, 2, 3), [Stage.Sold] = null },
        };

        AssertStored(part, "Stage", """{"S":"in \"stock\""}""");
        AssertStored(part, "Numbered", """{"N":"1"}""");
        AssertStored(part, "Level", """{"N":"9"}""");
        AssertStored(part, "Colours", """{"M":{"in \"stock\"":{"S":"1,2,3"},"Sold":{"NULL":true}}}""");
        AssertSame(part, part => (part.Stage, part.Numbered, part.Level));
        var read = RoundTrip(part);
        Assert.Equal(part.Stages.Order(), read.Stages.Order());
        Assert.Equal(part.Colours, read.Colours);
        Assert.Throws<ItemValueException>(() => Write(Least with { Numbered = (Stage)2 }));
    }

    [Fact]
    public void Bytes_are_binary_whatever_holds_them()
    {
        var part = Least with { Memory = new byte[] { 1, 2 }, Bytes = [255] };

        AssertStored(part, "Memory", """{"B":"AQI="}""");
        AssertStored(part, "Bytes", """{"B":"/w=="}""");
        var read = RoundTrip(part);
        Assert.Equal(new byte[] { 1, 2 }, read.Memory.ToArray());
        Assert.Equal([255], read.Bytes);
        Assert.Empty(RoundTrip(Least with { Bytes = default }).Bytes);
    }

    [Fact]
    public void What_a_converter_makes_null_is_stored_as_null()
    {
        AssertStored(Least, "Url", """{"NULL":true}""");
        AssertStored(Least with { Url = new Url("a") }, "Url", """{"S":"a"}""");
        AssertSame(Least, part => part.Url);
        AssertSame(Least with { Url = new Url("a") }, part => part.Url);
    }

    [Fact]
    public void A_base_type_is_stored_as_what_the_value_is()
    {
        var part = Least with { Payment = new Instalments(3, [new Card(1, "a"), new GoldCard(2, "b", 7)]) };

        AssertStored(
            part,
            "Payment",
            """{"M":{"kind":{"S":"instalments"},"Amount":{"N":"3"},"Parts":{"L":[{"M":{"kind":{"S":"card"},"Amount":{"N":"1"},"Number":{"S":"a"}}},{"M":{"kind":{"S":"gold"},"Amount":{"N":"2"},"Number":{"S":"b"},"Bonus":{"N":"7"}}}]}}}""");
        var read = Assert.IsType<Instalments>(RoundTrip(part).Payment);
        Assert.Equal([new Card(1, "a"), new GoldCard(2, "b", 7)], read.Parts);
        Assert.Equal(new Card(1, "a"), Read(Least, "Payment", """{"M":{"Number":{"S":"a"},"Amount":{"N":"1"},"kind":{"S":"card"}}}""").Payment);
        Assert.Throws<ItemValueException>(() => Write(Least with { Payment = new Cash(1) }));
    }

    [Fact]
    public void Collections_of_other_kinds_come_back()
    {
        var part = Least with
        {
            Related = FrozenSet.Create(new PartId("a"), new PartId("b")),
            Serials = [new Serial(2), new Serial(1)],
            Days = [new DateOnly(2012, 7, 4)],
            ByGuid = new Dictionary<Guid, int> { [Guid.Empty] = 1 }.ToFrozenDictionary(),
            ByNumber = new() { [-1] = "a", [10] = "b" },
            Spans = [TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, new TimeSpan(1, 2, 3, 4, 500)],
        };

        AssertStored(part, "Serials", """{"NS":["1","2"]}""");
        AssertStored(part, "Days", """{"SS":["2012-07-04"]}""");
        AssertStored(part, "ByNumber", """{"M":{"-1":{"S":"a"},"10":{"S":"b"}}}""");
        AssertStored(
            part,
            "Spans",
            """{"L":[{"S":"P00000000DT00H00M00.0000000S"},{"S":"-P10675199DT02H48M05.4775808S"},{"S":"P10675199DT02H48M05.4775807S"},{"S":"P00000001DT02H03M04.5000000S"}]}""");
        var read = RoundTrip(part);
        Assert.Equal(part.Related, read.Related);
        Assert.Equal(part.Serials, read.Serials);
        Assert.Equal(part.Days, read.Days);
        Assert.Equal(part.ByGuid, read.ByGuid);
        Assert.Equal(part.ByNumber, read.ByNumber);
        Assert.Equal(part.Spans, read.Spans);
    }

    [Fact]
    public void A_default_is_left_out_and_read_back_whatever_the_initial_value()
    {
        var part = Least with { Stock = 0, Note = string.Empty, Sizes = [], Next = default };

        foreach (var attribute in new[] { "Stock", "Note", "Sizes", "Next" })
        {
            AssertStored(part, attribute, null);
        }

        var read = RoundTrip(part);
        Assert.Equal((0, string.Empty, 0, default), (read.Stock, read.Note, read.Sizes.Count, read.Next));
        AssertSame(Least with { Stock = 2, Note = "n" }, part => (part.Stock, part.Note, part.Next));
        Assert.Throws<ItemValueException>(() => Write(Least with { Note = null! }));
    }

    private static void AssertStored(Part part, string attribute, string? json)
    {
        using var item = JsonDocument.Parse(Write(part));
        var isThere = item.RootElement.TryGetProperty(attribute, out var value);
        Assert.Equal(json is not null, isThere);
        if (json is not null)
        {
            using var expected = JsonDocument.Parse(json);
            Assert.True(JsonElement.DeepEquals(expected.RootElement, value), value.GetRawText());
        }
    }

    private static void AssertSame<T>(Part part, Func<Part, T> select) => Assert.Equal(select(part), select(RoundTrip(part)));

    private static Part RoundTrip(Part part) => Wire.Read<Part, Part.Marshaller>(Write(part));

    /// <summary>Reads the part with one attribute replaced.</summary>
    private static Part Read(Part part, string attribute, string value)
    {
        using var item = JsonDocument.Parse(Write(part));
        var members = item.RootElement.EnumerateObject().Where(member => member.Name != attribute)
            .Select(member => $"{JsonSerializer.Serialize(member.Name)}:{member.Value.GetRawText()}").Append($"\"{attribute}\":{value}");
        return Wire.Read<Part, Part.Marshaller>($"{{{string.Join(",", members)}}}");
    }

    private static string Write(Part part) => Wire.Write<Part, Part.Marshaller>(part);
}
