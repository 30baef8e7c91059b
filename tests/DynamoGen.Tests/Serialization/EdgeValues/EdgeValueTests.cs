using System.Globalization;
using System.Numerics;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;
using DynamoGen.Tests.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Serialization.EdgeValues;

/// <summary>Through a generated repository to the real server and back.</summary>
public sealed class EdgeValueTests(LocalServer server) : IAsyncLifetime
{
    private ServiceProvider? _services;

    private IEdges Edges => _services!.GetRequiredService<IEdges>();

    private string Table => _services!.GetRequiredService<DynamoGenOptions>().TableNamePrefix + "tests";

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<TestTable>(builder => builder.AddRepository<IEdges>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Floating_point_numbers_come_back_exactly()
    {
        foreach (var value in (double[])[0, 0.1, 1 / 3.0, 1e-130, -1e-130, 9.99e125, -9.99e125, 9007199254740993, 1.7976931348623157,
            5e-130, double.BitDecrement(1)])
        {
            Assert.Equal(value, (await RoundTrip(new Edge { Id = "1", Double = value })).Double);
        }

        foreach (var value in (float[])[0.1f, float.MaxValue, float.MinValue, float.Epsilon, 1 / 3f])
        {
            Assert.Equal(value, (await RoundTrip(new Edge { Id = "1", Float = value })).Float);
        }

        Assert.Equal(Half.Epsilon, (await RoundTrip(new Edge { Id = "1", Half = Half.Epsilon })).Half);
        Assert.Equal(Half.MaxValue, (await RoundTrip(new Edge { Id = "1", Half = Half.MaxValue })).Half);
    }

    [Fact]
    public async Task Minus_zero_comes_back_as_zero()
    {
        var back = await RoundTrip(new Edge { Id = "1", Double = -0.0, Decimal = -0.0m });

        Assert.Equal((0.0, 0m), (back.Double, back.Decimal));
        Assert.False(double.IsNegative(back.Double!.Value));
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("7.9228162514264337593543950335")]
    [InlineData("1.10")]
    [InlineData("1000000000000000000000000000")]
    public async Task Decimals_come_back_exactly(string text)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);

        Assert.Equal(value, (await RoundTrip(new Edge { Id = "1", Decimal = value })).Decimal);
    }

    [Theory]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("-99999999999999999999999999999999999999")]
    [InlineData("12345678901234567890123456789012345678")]
    [InlineData("10000000000000000000000000000000000000")]
    public async Task Integers_of_38_digits_come_back_exactly(string digits)
    {
        var big = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        var edge = new Edge
        {
            Id = "1",
            BigInteger = big,
            Int128 = (Int128)big,
            UInt128 = (UInt128)BigInteger.Abs(big),
            Long = long.MinValue,
            ULong = ulong.MaxValue,
        };

        Assert.Equal(edge, await RoundTrip(edge));
    }

    [Fact]
    public async Task The_largest_integer_comes_back_exactly()
    {
        var largest = BigInteger.Parse(new string('9', 38) + new string('0', 88), CultureInfo.InvariantCulture);

        Assert.Equal(largest, (await RoundTrip(new Edge { Id = "1", BigInteger = largest })).BigInteger);
        await Assert.ThrowsAsync<ItemValueException>(async () => await Edges.Put(new Edge { Id = "1", BigInteger = largest * 10 }));
    }

    [Fact]
    public async Task Numbers_that_DynamoDB_cannot_hold_are_refused_before_they_are_sent()
    {
        foreach (var value in (double[])[double.MaxValue, double.MinValue, double.Epsilon, 1e126, 9.99e-131, double.NaN, double.PositiveInfinity])
        {
            await Assert.ThrowsAsync<ItemValueException>(async () => await Edges.Put(new Edge { Id = "1", Double = value }));
        }

        await Assert.ThrowsAsync<ItemValueException>(async () => await Edges.Put(new Edge { Id = "1", Int128 = Int128.MaxValue }));
        await Assert.ThrowsAsync<ItemValueException>(async () => await Edges.Put(new Edge { Id = "1", UInt128 = UInt128.MaxValue }));
        Assert.Empty(await Edges.All("p"));
    }

    [Theory]
    [InlineData("12345678901234567890123456789012345678")]
    [InlineData("1.2345678901234567890123456789012345678")]
    [InlineData("9.9999999999999999999999999999999999999E+125")]
    [InlineData("1E-130")]
    public async Task What_a_decimal_cannot_hold_is_refused_and_the_map_keeps_it(string number)
    {
        var map = AttributeMap.From<Edge, Edge.Marshaller>(new Edge { Id = "1" });
        map["Decimal"] = new AttributeValue { N = number };
        await PutAsync(map);

        var refused = await Assert.ThrowsAsync<ItemFormatException>(async () => await Edges.Get("p", "1"));
        Assert.Equal(("Edge", "Decimal"), (refused.Entity, refused.Attribute));

        var kept = (await GetAsync(map))["Decimal"].N;
        map["Decimal"].N = kept;
        await PutAsync(map);
        Assert.Equal(kept, (await GetAsync(map))["Decimal"].N);
        Assert.Equal(double.Parse(number, CultureInfo.InvariantCulture), double.Parse(kept, CultureInfo.InvariantCulture));
        Assert.Equal(SizeOf(number), SizeOf(kept));
    }

    [Fact]
    public async Task Text_outside_of_the_basic_plane_comes_back_in_values_names_and_keys()
    {
        const string Text = "\U0001F469\u200D\U0001F680 \U00010000 \U0010FFFD \u0000 \uFFFD é e\u0301 \u202E";
        var edge = new Edge
        {
            Partition = Text,
            Id = "\U0001F511#\U00020000",
            Text = Text,
            Named = Text,
            Texts = new() { [Text] = Text, ["\U0001F600"] = "\U0001F600" },
        };

        await Edges.Put(edge);
        var back = await Edges.Get(edge.Partition, edge.Id);

        Assert.Equal(edge.Texts, back?.Texts);
        Assert.Equal(edge, back! with { Texts = edge.Texts });
        Assert.Equal(back.Text, AttributeMap.Read<Edge, Edge.Marshaller>(await GetAsync(AttributeMap.From<Edge, Edge.Marshaller>(edge))).Text);
    }

    [Fact]
    public async Task Keys_are_in_the_order_of_their_code_points_not_of_their_UTF_16()
    {
        string[] ids = ["a", "\u00E9", "\uFF21", "\uFFFD", "\U00010000", "\U0001F600"];
        foreach (var id in ids.Reverse())
        {
            await Edges.Put(new Edge { Id = id });
        }

        Assert.Equal(ids, (await Edges.All("p")).Select(edge => edge.Id));
    }

    [Fact]
    public async Task An_empty_text_or_binary_value_comes_back()
    {
        var edge = await RoundTrip(new Edge { Id = "1", Text = string.Empty, Bytes = [], Texts = new() { ["a"] = string.Empty } });

        Assert.Equal((string.Empty, 0, string.Empty), (edge.Text, edge.Bytes?.Length, edge.Texts?["a"]));
    }

    [Fact]
    public async Task Values_nest_32_levels_deep()
    {
        var edge = new Edge { Id = "1", Level = Level.Nested(maps: 31) };

        Assert.Equal(edge, await RoundTrip(edge));
        Assert.Equal(edge, AttributeMap.Read<Edge, Edge.Marshaller>(AttributeMap.From<Edge, Edge.Marshaller>(edge)));
    }

    [Fact]
    public async Task Values_that_nest_33_levels_deep_are_refused_clearly()
    {
        var edge = new Edge { Id = "1", Level = Level.Nested(maps: 32) };

        Assert.Contains("32 levels", (await Assert.ThrowsAsync<ItemValueException>(async () => await Edges.Put(edge))).Message);
        Assert.Contains("32 levels", Assert.Throws<ItemValueException>(() => AttributeMap.From<Edge, Edge.Marshaller>(edge)).Message);
    }

    private static int SizeOf(string number) => ItemSize.Of(Encoding.UTF8.GetBytes($$$"""{"n":{"N":"{{{number}}}"}}"""));

    private async Task<Edge> RoundTrip(Edge edge)
    {
        await Edges.Put(edge);
        return Assert.IsType<Edge>(await Edges.Get(edge.Partition, edge.Id));
    }

    private async Task PutAsync(Dictionary<string, AttributeValue> item) =>
        await _services!.GetRequiredService<IAmazonDynamoDB>().PutItemAsync(Table, item);

    private async Task<Dictionary<string, AttributeValue>> GetAsync(Dictionary<string, AttributeValue> item) =>
        (await _services!.GetRequiredService<IAmazonDynamoDB>().GetItemAsync(Table, new() { ["pk"] = item["pk"], ["sk"] = item["sk"] })).Item;
}
