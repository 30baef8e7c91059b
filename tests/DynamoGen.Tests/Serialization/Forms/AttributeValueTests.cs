using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Tests.Serialization.Forms;

public sealed class AttributeValueTests
{
    public static TheoryData<string, string> EachType => new()
    {
        { """{"S":"text"}""", "S:text" },
        { """{"S":""}""", "S:" },
        { """{"S":"a \"b\" \\ \u0001 ✓ 😀"}""", "S:a \"b\" \\ \u0001 ✓ \U0001F600" },
        { """{"N":"0"}""", "N:0" },
        { """{"N":"-1.50"}""", "N:-1.50" },
        { """{"N":"12345678901234567890123456789012345678"}""", "N:12345678901234567890123456789012345678" },
        { """{"N":"9.9999999999999999999999999999999999999E+125"}""", "N:9.9999999999999999999999999999999999999E+125" },
        { """{"N":"-1E-130"}""", "N:-1E-130" },
        { """{"B":"AP+A"}""", "B:00FF80" },
        { """{"B":""}""", "B:" },
        { """{"BOOL":true}""", "BOOL:True" },
        { """{"BOOL":false}""", "BOOL:False" },
        { """{"NULL":true}""", "NULL:True" },
        { """{"SS":["b","a"]}""", "SS:b,a" },
        { """{"NS":["2","-1.5"]}""", "NS:2,-1.5" },
        { """{"BS":["AQ==","AQI="]}""", "BS:01,0102" },
        { """{"L":[]}""", "L:[]" },
        { """{"L":[{"S":"a"},{"NULL":true},{"L":[{"N":"1"}]}]}""", "L:[S:a,NULL:True,L:[N:1]]" },
        { """{"M":{}}""", "M:{}" },
        { """{"M":{"a":{"S":"x"},"b \"c\"":{"M":{"d":{"BOOL":true}}}}}""", "M:{a=S:x,b \"c\"=M:{d=BOOL:True}}" },
    };

    [Theory]
    [MemberData(nameof(EachType))]
    public void Each_type_is_read_and_written_the_same(string json, string expected)
    {
        var value = Attributes.Read(json);

        Assert.Equal(expected, AttributeText.Of(value));
        Assert.Equal(json, Attributes.Write(value));
    }

    [Fact]
    public void White_space_is_stepped_over()
    {
        Assert.Equal("M:{a=L:[S:x,N:1]}", AttributeText.Of(Attributes.Read(" { \"M\" : { \"a\" :\n{ \"L\" : [ {\"S\" : \"x\"} ,\t{ \"N\": \"1\" } ] } } } ")));
    }

    [Fact]
    public void A_stream_is_written_whole_wherever_its_position_is()
    {
        var wholeArray = new MemoryStream([1, 2, 3]) { Position = 2 };
        var part = new MemoryStream([0, 1, 2, 3, 4], 1, 3);
        var visiblePart = new MemoryStream([0, 1, 2, 3, 4], 1, 3, writable: false, publiclyVisible: true);

        Assert.All((MemoryStream[])[wholeArray, part, visiblePart],
            stream => Assert.Equal("""{"B":"AQID"}""", Attributes.Write(new AttributeValue { B = stream })));
        Assert.Equal(2, wholeArray.Position);
    }

    [Fact]
    public void Empty_lists_and_maps_are_set_for_the_SDK()
    {
        Assert.True(Attributes.Read("""{"L":[]}""").IsLSet);
        Assert.True(Attributes.Read("""{"M":{}}""").IsMSet);
        Assert.Equal("""{"L":[]}""", Attributes.Write(new AttributeValue { IsLSet = true }));
        Assert.Equal("""{"M":{}}""", Attributes.Write(new AttributeValue { IsMSet = true }));
    }

    [Fact]
    public void Values_nest_32_levels_deep_and_no_deeper()
    {
        var json = Attributes.NestedJson(31);

        Assert.Equal(json, Attributes.Write(Attributes.Read(json)));
        Assert.Contains("32", Assert.Throws<ItemFormatException>(() => Attributes.Read(Attributes.NestedJson(32))).Message);
        Assert.Contains("32", Assert.Throws<ItemValueException>(() => Attributes.Write(Attributes.Nested(32))).Message);
        Assert.Throws<ItemFormatException>(() => Attributes.Read(Attributes.NestedJson(100_000)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"S":"text" """)]
    [InlineData("""{"S":"text","N":"1"}""")]
    [InlineData("""{"X":"text"}""")]
    [InlineData("""{"s":"text"}""")]
    [InlineData("""{"S":null}""")]
    [InlineData("""{"S":1}""")]
    [InlineData("""{"S":"\ud800"}""")]
    [InlineData("""{"N":1}""")]
    [InlineData("""{"N":""}""")]
    [InlineData("""{"N":"one"}""")]
    [InlineData("""{"N":"1,5"}""")]
    [InlineData("""{"N":" 1"}""")]
    [InlineData("""{"N":"NaN"}""")]
    [InlineData("""{"N":"1E126"}""")]
    [InlineData("""{"N":"1E-131"}""")]
    [InlineData("""{"N":"1E99999999999999999999"}""")]
    [InlineData("""{"N":"123456789012345678901234567890123456789"}""")]
    [InlineData("""{"B":"not Base64"}""")]
    [InlineData("""{"B":["AQ=="]}""")]
    [InlineData("""{"BOOL":"true"}""")]
    [InlineData("""{"BOOL":1}""")]
    [InlineData("""{"NULL":false}""")]
    [InlineData("""{"NULL":null}""")]
    [InlineData("""{"SS":[]}""")]
    [InlineData("""{"SS":"a"}""")]
    [InlineData("""{"SS":[1]}""")]
    [InlineData("""{"NS":["1","x"]}""")]
    [InlineData("""{"NS":[]}""")]
    [InlineData("""{"BS":[]}""")]
    [InlineData("""{"BS":["*"]}""")]
    [InlineData("""{"L":{}}""")]
    [InlineData("""{"L":["a"]}""")]
    [InlineData("""{"L":[{"S":"a"},]}""")]
    [InlineData("""{"M":[]}""")]
    [InlineData("""{"M":{"a":"b"}}""")]
    [InlineData("""{"M":{"a":{"S":"x"},"a":{"S":"y"}}}""")]
    public void What_is_no_attribute_value_is_refused(string json)
    {
        Assert.Throws<ItemFormatException>(() => Attributes.Read(json));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused_in_texts_and_names()
    {
        Assert.Throws<ItemFormatException>(() => Attributes.Read([.. "{\"S\":\""u8, 0xC3, .. "\"}"u8]));
        Assert.Throws<ItemFormatException>(() => Attributes.Read([.. "{\"M\":{\""u8, 0xFF, .. "\":{\"S\":\"x\"}}}"u8]));
    }

    public static TheoryData<string, AttributeValue?> Unstorable => new()
    {
        { "no value", null },
        { "no type", new AttributeValue() },
        { "two types", new AttributeValue { S = "a", N = "1" } },
        { "a set beside a list", new AttributeValue { SS = ["a"], IsLSet = true } },
        { "an empty set of texts", new AttributeValue { SS = [] } },
        { "an empty set of numbers", new AttributeValue { NS = [] } },
        { "an empty set of bytes", new AttributeValue { BS = [] } },
        { "a NULL that is false", new AttributeValue { NULL = false } },
        { "a lone surrogate", new AttributeValue("\ud800") },
        { "a lone surrogate in a set", new AttributeValue { SS = ["\udc00"] } },
        { "a lone surrogate in a name", new AttributeValue { M = new() { ["\ud800"] = new AttributeValue("a") } } },
        { "a null text in a set", new AttributeValue { SS = [null!] } },
        { "a null stream in a set", new AttributeValue { BS = [null!] } },
        { "a null number in a set", new AttributeValue { NS = [null!] } },
        { "an empty number", new AttributeValue { N = string.Empty } },
        { "no number", new AttributeValue { N = "one" } },
        { "JSON in a number", new AttributeValue { N = "1\"},\"x\":{\"S\":\"" } },
        { "digits that are not ASCII", new AttributeValue { N = "\u0661" } },
        { "39 digits", new AttributeValue { N = "123456789012345678901234567890123456789" } },
        { "too large a number", new AttributeValue { NS = ["1E126"] } },
        { "too small a number", new AttributeValue { N = "1E-131" } },
        { "a null in a list", new AttributeValue { L = [null!] } },
        { "a null in a map", new AttributeValue { M = new() { ["a"] = null! } } },
    };

    [Theory]
    [MemberData(nameof(Unstorable))]
    public void What_DynamoDB_cannot_store_is_refused(string what, AttributeValue? value)
    {
        var refused = Assert.Throws<ItemValueException>(() => Attributes.Write(value!));

        Assert.NotEqual(string.Empty, what);
        Assert.DoesNotContain("123456789", refused.Message);
    }
}
