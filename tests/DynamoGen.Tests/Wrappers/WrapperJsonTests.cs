using System.Text.Json;
using System.Text.Json.Serialization;

namespace DynamoGen.Tests.Wrappers;

/// <summary>JSON has a wrapper as it has its value.</summary>
public sealed class WrapperJsonTests
{
    private static readonly DateTime Time = new(2012, 7, 4, 13, 45, 0, DateTimeKind.Utc);

    [Fact]
    public void A_wrapper_is_its_value_and_a_key_of_dictionaries()
    {
        Same(new CustomerId("a \"b\""), "a \"b\"");
        Same(new OrderNumber(-7), -7);
        Same(new BigNumber(Int128.MaxValue), Int128.MaxValue);
        Same(new Price(1.50m), 1.50m);
        Same(new Ratio(0.1), 0.1);
        Same(new Token(new Guid("0a1b2c3d-0000-0000-0000-00000000000f")), new Guid("0a1b2c3d-0000-0000-0000-00000000000f"));
        Same(new Day(new DateOnly(2012, 7, 4)), new DateOnly(2012, 7, 4));
        Same(new Hour(new TimeOnly(13, 45)), new TimeOnly(13, 45));
        Same(new Moment(Time), Time);
        Same(new Instant(new DateTimeOffset(Time)), new DateTimeOffset(Time));
        Same(new Length(TimeSpan.FromHours(30)), TimeSpan.FromHours(30));
        Same(new Quantity(3), 3);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{\"Value\":\"a\"}")]
    [InlineData("[\"a\"]")]
    public void Text_of_another_kind_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CustomerId>(json));

    [Theory]
    [InlineData("null")]
    [InlineData("\"7\"")]
    [InlineData("1.5")]
    [InlineData("12345678901234567890")]
    public void A_number_of_another_kind_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderNumber>(json));

    [Fact]
    public void A_name_that_is_no_number_is_refused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<OrderNumber, int>>("{\"seven\":1}"));

    [Fact]
    public void What_the_constructor_refuses_is_refused_with_its_reason_and_without_the_value()
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Quantity>("-815"));

        Assert.IsType<ArgumentOutOfRangeException>(refusal.InnerException);
        Assert.DoesNotContain("815", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<Quantity, int>>("{\"-815\":1}"));
    }

    [Fact]
    public void Null_is_no_wrapper_and_is_a_nullable_one()
    {
        Assert.Null(JsonSerializer.Deserialize<CustomerId?>("null"));
        Assert.Equal("null", JsonSerializer.Serialize<CustomerId?>(null));
        Assert.Equal(new OrderNumber(7), JsonSerializer.Deserialize<OrderNumber?>("7"));
    }

    [Fact]
    public void How_numbers_are_handled_is_what_the_options_say()
    {
        var options = new JsonSerializerOptions { NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString };

        Assert.Equal("\"7\"", JsonSerializer.Serialize(new OrderNumber(7), options));
        Assert.Equal(new OrderNumber(7), JsonSerializer.Deserialize<OrderNumber>("\"7\"", options));
        Assert.Equal(new OrderNumber(7), JsonSerializer.Deserialize<OrderNumber>("7", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderNumber>("\"7\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderNumber>("\"seven\"", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderNumber>("\"\"", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderNumber>("\"7 8\"", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderNumber>("\"7}\"", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderNumber>("\"true\"", options));
        Assert.Equal("\"a\"", JsonSerializer.Serialize(new CustomerId("a"), options));
    }

    [Fact]
    public void A_context_knows_a_wrapper_that_names_its_converter()
    {
        const string json = "{\"Sku\":\"a\",\"Related\":{\"b\":2},\"Replaced\":null}";

        var stock = JsonSerializer.Deserialize(json, StockContext.Default.Stock)!;

        Assert.Equal(new Sku("a"), stock.Sku);
        Assert.Equal(2, stock.Related[new Sku("b")]);
        Assert.Equal(json, JsonSerializer.Serialize(stock, StockContext.Default.Stock));
    }

    private static void Same<TWrapper, TValue>(TWrapper wrapper, TValue value)
        where TWrapper : struct, IWrapper<TWrapper, TValue>
        where TValue : notnull
    {
        var json = JsonSerializer.Serialize(wrapper);
        var keyed = JsonSerializer.Serialize(new Dictionary<TWrapper, int> { [wrapper] = 1 });

        Assert.Equal(JsonSerializer.Serialize(value), json);
        Assert.Equal(wrapper, JsonSerializer.Deserialize<TWrapper>(json));
        Assert.Equal(JsonSerializer.Serialize(new Dictionary<TValue, int> { [value] = 1 }), keyed);
        Assert.Equal(wrapper, Assert.Single(JsonSerializer.Deserialize<Dictionary<TWrapper, int>>(keyed)!).Key);
        Assert.Equal(wrapper, TWrapper.FromValue(value));
        Assert.Equal(value, wrapper.Value);
    }
}
