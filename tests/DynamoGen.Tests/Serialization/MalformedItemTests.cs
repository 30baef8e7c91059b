using System.Text;

namespace DynamoGen.Tests.Serialization;

public sealed class MalformedItemTests
{
    [Theory]
    [InlineData("""{"Id":{"N":"1"}}""", "Id", "S", "N")]
    [InlineData("""{"Id":{"S":"1"},"Int":{"S":"abc"}}""", "Int", "N", "S")]
    [InlineData("""{"Id":{"S":"1"},"Bool":{"NULL":true}}""", "Bool", "BOOL", "NULL")]
    [InlineData("""{"Id":{"S":"1"},"Texts":{"SS":["a"]}}""", "Texts", "L", "SS")]
    [InlineData("""{"Id":{"S":"1"},"Nested":{"L":[]}}""", "Nested", "M", "L")]
    [InlineData("""{"Id":{"S":"1"},"Texts":{"L":[{"S":"a"},{"N":"1"}]}}""", "Texts[1]", "S", "N")]
    [InlineData("""{"Id":{"S":"1"},"Map":{"M":{"a":{"M":{"Name":{"S":"x"}}},"b":{"M":{"Name":{"BOOL":true}}}}}}""", "Map[*].Name", "S", "BOOL")]
    [InlineData("""{"Nested":{"M":{"Name":{"S":"x"},"Points":{"L":[{"M":{"X":{"N":"1"}}},{"M":{"Y":{"S":"?"}}}]}}}}""", "Nested.Points[1].Y", "N", "S")]
    public void A_wrong_attribute_type_names_entity_attribute_expected_and_found_type(string json, string attribute, string expected, string found)
    {
        var wrong = Assert.Throws<ItemFormatException>(() => Read(json));

        Assert.Equal(("Sample", attribute, expected, found), (wrong.Entity, wrong.Attribute, wrong.Expected, wrong.Found));
        Assert.Contains($"'{attribute}' of entity 'Sample'", wrong.Message);
    }

    [Theory]
    [InlineData("""{"Int":{"N":"1"}}""", "Id", "S")]
    [InlineData("""{"Id":{"S":"1"},"Nested":{"M":{}}}""", "Nested.Name", "S")]
    [InlineData("""{"Id":{"S":"1"},"Map":{"M":{"k":{"M":{"Name":{"S":"a"},"Inner":{"M":{}}}}}}}""", "Map[*].Inner.Name", "S")]
    public void A_missing_required_attribute_is_named(string json, string attribute, string expected)
    {
        var missing = Assert.Throws<ItemFormatException>(() => Read(json));

        Assert.Equal(("Sample", attribute, expected, "nothing"), (missing.Entity, missing.Attribute, missing.Expected, missing.Found));
    }

    [Theory]
    [InlineData("Byte", "256")]
    [InlineData("Byte", "-1")]
    [InlineData("Int", "2147483648")]
    [InlineData("Int", "12.7")]
    [InlineData("Int", "1e-1")]
    [InlineData("ULong", "18446744073709551616")]
    [InlineData("Decimal", "79228162514264337593543950336")]
    [InlineData("Decimal", "0.12345678901234567890123456789012345678")]
    [InlineData("Double", "NaN")]
    [InlineData("Double", "Infinity")]
    [InlineData("Double", "1e999")]
    [InlineData("Int", "")]
    [InlineData("Int", " 1")]
    [InlineData("Int", "1,000")]
    [InlineData("Int", "0x10")]
    public void A_number_that_a_type_cannot_hold_exactly_is_an_error(string attribute, string number)
    {
        var unfit = Assert.Throws<ItemFormatException>(() => Read($$$$"""{"Id":{"S":"1"},"{{{{attribute}}}}":{"N":"{{{{number}}}}"}}"""));

        Assert.Equal(attribute, unfit.Attribute);
        Assert.StartsWith("N (", unfit.Expected);
        if (number.Length > 2)
        {
            Assert.DoesNotContain(number, unfit.Message);
        }
    }

    [Theory]
    [InlineData("12.0", 12)]
    [InlineData("1E2", 100)]
    [InlineData("-7", -7)]
    public void An_integer_in_another_notation_is_read(string number, int expected)
    {
        Assert.Equal(expected, Read($$$"""{"Id":{"S":"1"},"Int":{"N":"{{{number}}}"}}""").Int);
    }

    [Theory]
    [InlineData("Color", "S", "Purple")]
    [InlineData("Color", "S", "red")]
    [InlineData("Guid", "S", "no guid")]
    [InlineData("Moment", "S", "07/04/2012")]
    [InlineData("Day", "S", "2012-7-4")]
    [InlineData("Time", "S", "25:00:00")]
    [InlineData("Span", "S", "long")]
    [InlineData("Bytes", "B", "not base64!")]
    public void A_text_that_a_type_cannot_be_read_from_is_an_error(string attribute, string type, string text)
    {
        var unfit = Assert.Throws<ItemFormatException>(() => Read($$$$"""{"Id":{"S":"1"},"{{{{attribute}}}}":{"{{{{type}}}}":"{{{{text}}}}"}}"""));

        Assert.Equal(attribute, unfit.Attribute);
        Assert.DoesNotContain(text, unfit.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("{\"Id\"}")]
    [InlineData("{\"Id\":}")]
    [InlineData("{\"Id\":\"1\"}")]
    [InlineData("{\"Id\":{}}")]
    [InlineData("{\"Id\":{\"S\":\"1\",\"N\":\"1\"}}")]
    [InlineData("{\"Id\":{\"S\":\"1\"},}")]
    [InlineData("{\"Id\":{\"S\":\"1\"}\"Int\":{\"N\":\"1\"}}")]
    [InlineData("{\"Id\":{\"S\":\"\\x\"}}")]
    [InlineData("{\"Id\":{\"S\":\"\\ud800\"}}")]
    [InlineData("{\"Id\":{\"S\":\"\n\"}}")]
    [InlineData("{\"Id\":{\"S\":\"1\"},\"Unknown\":{\"S\":truth}}")]
    [InlineData("{\"Id\":{\"S\":\"1\"},\"Unknown\":@}")]
    [InlineData("{\"Id\":{\"S\":\"1\"},\"Bool\":{\"BOOL\":\"true\"}}")]
    [InlineData("{\"Id\":{\"S\":\"1\"},\"Unknown\":{\"L\":[}]}}")]
    public void Malformed_JSON_is_an_error(string json)
    {
        Assert.Throws<ItemFormatException>(() => Read(json));
    }

    [Fact]
    public void Every_truncation_of_an_item_is_an_error()
    {
        var json = Encoding.UTF8.GetBytes(Wire.Write<Sample, Sample.Marshaller>(new Sample { Id = "1\"\\✓", Nested = new Nested("n") { Points = [default] } }));
        Assert.Equal("1\"\\✓", Wire.Read<Sample, Sample.Marshaller>(json).Id);

        for (var length = 0; length < json.Length; length++)
        {
            Assert.Throws<ItemFormatException>(() => Wire.Read<Sample, Sample.Marshaller>(json.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_an_error()
    {
        var json = Encoding.UTF8.GetBytes("""{"Id":{"S":"?"}}""");
        json[Array.IndexOf(json, (byte)'?')] = 0xFF;

        Assert.Throws<ItemFormatException>(() => Wire.Read<Sample, Sample.Marshaller>(json));
    }

    [Fact]
    public void Endless_nesting_is_an_error_and_not_a_crash()
    {
        var json = """{"Id":{"S":"1"},"Unknown":""" + new string('[', 100_000);

        Assert.Throws<ItemFormatException>(() => Read(json));
    }

    [Fact]
    public void An_item_of_another_entity_is_refused()
    {
        var wrong = Assert.Throws<ItemFormatException>(() => Read("""{"Id":{"S":"1"},"_t":{"S":"Versioned"}}"""));

        Assert.Equal(("Sample", "_t", "'Sample'", "another entity"), (wrong.Entity, wrong.Attribute, wrong.Expected, wrong.Found));
    }

    [Fact]
    public void Unknown_attributes_are_stepped_over()
    {
        Assert.Equal("1", Read("""{"New":{"M":{"a":{"L":[{"NULL":true},{"BOOL":false},{"NS":["1"]}]}}},"Id":{"S":"1"},"ttl":{"N":"-1.5e3"}}""").Id);
    }

    [Fact]
    public void Absent_attributes_mean_the_default_of_the_property_or_of_the_parameter()
    {
        var sample = Read("""{"Id":{"S":"1"},"Nested":{"M":{"Name":{"S":"n"}}}}""");

        Assert.Equal(new Nested("n", 7), sample.Nested);
        Assert.Equal((0, null, Color.Red), (sample.Int, sample.NoInt, sample.Color));
        Assert.Empty(sample.Texts);
        Assert.Empty(sample.TextSet);
        Assert.Empty(sample.Map);
    }

    private static Sample Read(string json) => Wire.Read<Sample, Sample.Marshaller>(json);
}
